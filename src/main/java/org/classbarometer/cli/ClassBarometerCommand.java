package org.classbarometer.cli;

import java.io.File;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.classbarometer.cli.common.Arguments;
import org.classbarometer.cli.common.CommandProblem;
import org.classbarometer.cli.common.Display;
import org.classbarometer.cli.common.ExitCode;
import org.classbarometer.cli.common.Misread;
import org.classbarometer.cli.common.ModelOptions;
import org.classbarometer.cli.common.SourceOptions;
import org.classbarometer.cli.common.Surroundings;
import org.classbarometer.cli.common.Version;
import org.classbarometer.cli.doctor.DoctorCommand;
import org.classbarometer.cli.measure.ClipCommand;
import org.classbarometer.cli.measure.EvaluateCommand;
import org.classbarometer.cli.measure.MeasureCommand;
import org.classbarometer.cli.measure.MeasureFacesCommand;
import org.classbarometer.cli.sessions.ExportCommand;
import org.classbarometer.cli.sessions.SessionsCommand;
import org.classbarometer.cli.watch.WatchCommand;
import org.classbarometer.expression.ExecutionProvider;
import org.classbarometer.text.Language;
import org.classbarometer.text.Secrets;
import org.classbarometer.text.Text;
import org.classbarometer.text.UserProblem;
import org.classbarometer.ui.NoWindow;
import org.classbarometer.ui.UiOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `classbarometer`: opens the window; its sub-commands work without one.
@Command(name = "classbarometer", versionProvider = Version.class, mixinStandardHelpOptions = true)
public final class ClassBarometerCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ClassBarometerCommand.class);
    private static final String TEXTS = "commands";
    private static final String HELP = "help";

    /// What shows the list of all sub-commands.
    private static final Set<String> LISTING = Set.of(HELP, "-h", "--help");

    /// The one place that lists the sub-commands, in the order of the help.
    private static final Map<String, Function<Surroundings, CommandLine>> SUBCOMMANDS =
            subcommands();

    private static final char UNREADABLE = '\uFFFD';

    private final Surroundings surroundings;

    @Mixin private SourceOptions sources = new SourceOptions();

    @Mixin private ModelOptions models = new ModelOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    private Optional<Language> language = Optional.empty();
    private Consumer<Locale> spoken = _ -> {};

    private ClassBarometerCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// Runs what was typed and returns its [ExitCode].
    public static int run(Surroundings surroundings, String... arguments) {
        int code = execute(surroundings, arguments);
        if (code == ExitCode.OK && surroundings.out().checkError()) {
            surroundings.err().println(Text.of("cli.unprinted"));
            return ExitCode.OUTPUT;
        }
        return code;
    }

    private static int execute(Surroundings surroundings, String... arguments) {
        // What the system could not put into Java's letters must not be looked for, nor stored.
        for (String argument : arguments) {
            if (argument.indexOf(UNREADABLE) >= 0) {
                String letters = System.getProperty("sun.jnu.encoding", "");
                surroundings.err().println(Text.of("cli.argument.unreadable", argument, letters));
                return ExitCode.USAGE;
            }
        }
        String[] meant =
                isSourceAlone(arguments) ? new String[] {"--source", arguments[0]} : arguments;
        // Putting together what nobody asks for would take longer than all else that a start needs.
        List<String> typed = List.of(meant);
        if (typed.stream().anyMatch(LISTING::contains)) {
            return in(surroundings, SUBCOMMANDS.keySet()).execute(meant);
        }
        CommandLine line = in(surroundings, typed);
        // The whole of it knows what else may have been meant.
        line.setParameterExceptionHandler(
                (_, unread) -> in(surroundings, SUBCOMMANDS.keySet()).execute(unread));
        return line.execute(meant);
    }

    // "Open with" of a desktop gives the path alone. A sub-command keeps its meaning in a folder
    // where a file is called as it is.
    private static boolean isSourceAlone(String... arguments) {
        if (arguments.length != 1 || arguments[0].startsWith("-")) {
            return false;
        }
        String alone = arguments[0];
        return !SUBCOMMANDS.containsKey(alone)
                && (alone.contains("://") || new File(alone).exists());
    }

    private static Map<String, Function<Surroundings, CommandLine>> subcommands() {
        Map<String, Function<Surroundings, CommandLine>> all = new LinkedHashMap<>();
        all.put("watch", surroundings -> new CommandLine(new WatchCommand(surroundings)));
        all.put("sessions", surroundings -> new CommandLine(new SessionsCommand(surroundings)));
        all.put("export", surroundings -> new CommandLine(new ExportCommand(surroundings)));
        all.put("doctor", surroundings -> new CommandLine(new DoctorCommand(surroundings)));
        all.put("measure", ClassBarometerCommand::measure);
        all.put("evaluate", surroundings -> new CommandLine(new EvaluateCommand(surroundings)));
        all.put(HELP, _ -> new CommandLine(new CommandLine.HelpCommand()));
        return all;
    }

    private static CommandLine measure(Surroundings surroundings) {
        return new CommandLine(new MeasureCommand(surroundings))
                .addSubcommand(new ClipCommand(surroundings))
                .addSubcommand(new MeasureFacesCommand(surroundings));
    }

    /// The command line with the sub-commands that are wanted.
    private static CommandLine in(Surroundings surroundings, Collection<String> wanted) {
        ClassBarometerCommand command = new ClassBarometerCommand(surroundings);
        CommandLine line = new CommandLine(command);
        SUBCOMMANDS.forEach((name, made) -> {
            if (wanted.contains(name)) {
                line.addSubcommand(name, made.apply(surroundings));
            }
        });
        Arguments.teach(line);
        line.setOut(surroundings.out());
        line.setErr(surroundings.err());
        command.spoken = locale -> line.setResourceBundle(Text.bundle(TEXTS, locale));
        command.spoken.accept(Locale.getDefault(Locale.Category.DISPLAY));
        line.setUsageHelpAutoWidth(true);
        line.setParameterExceptionHandler((misread, arguments) -> {
            PrintWriter err = misread.getCommandLine().getErr();
            // It repeats what was typed in a wrong place.
            err.println(Secrets.withoutAny(Misread.message(misread)));
            err.println(
                    Text.of("cli.help", misread.getCommandLine().getCommandSpec().qualifiedName()));
            return ExitCode.USAGE;
        });
        line.setExecutionExceptionHandler(
                (problem, failed, parsed) -> explain(problem, surroundings));
        return line;
    }

    private static int explain(Exception problem, Surroundings surroundings) {
        return switch (problem) {
            case CommandProblem known -> {
                surroundings.err().println(known.getMessage());
                yield known.exitCode();
            }
            case NoWindow known -> {
                surroundings.err().println(known.getMessage());
                yield ExitCode.NO_DISPLAY;
            }
            case UserProblem known -> {
                surroundings.err().println(known.getMessage());
                yield ExitCode.PROBLEM;
            }
            default -> {
                LOG.error("Unexpected", problem);
                surroundings.err().println(Text.of("cli.unexpected", problem.toString()));
                yield ExitCode.PROBLEM;
            }
        };
    }

    /// Called while the arguments are read, so that already their errors are told in this language.
    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            completionCandidates = Arguments.LanguageTags.class,
            scope = CommandLine.ScopeType.INHERIT)
    void speak(String tag) {
        Language typed =
                Language.of(tag)
                        .orElseThrow(() -> {
                            String tags = String.join(", ", new Arguments.LanguageTags());
                            return new CommandLine.ParameterException(
                                    spec.commandLine(),
                                    Text.of("cli.argument.language", tag, tags));
                        });
        language = Optional.of(typed);
        Locale locale = typed.locale(Locale.getDefault());
        Locale.setDefault(locale);
        spoken.accept(locale);
    }

    @Override
    public Integer call() throws UserProblem {
        if (!Display.available(surroundings.environment())) {
            throw new CommandProblem(ExitCode.NO_DISPLAY, Text.of("cli.display.none"));
        }
        surroundings
                .app()
                .open(
                        new UiOptions(
                                surroundings.installation(),
                                sources.source(),
                                models.labels,
                                language,
                                models.model,
                                models.provider.orElse(ExecutionProvider.CPU),
                                models.finder,
                                sources.authorities()));
        return ExitCode.OK;
    }
}
