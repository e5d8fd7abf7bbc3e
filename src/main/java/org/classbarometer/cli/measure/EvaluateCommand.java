package org.classbarometer.cli.measure;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.classbarometer.cli.common.Arguments;
import org.classbarometer.cli.common.CommandProblem;
import org.classbarometer.cli.common.ExitCode;
import org.classbarometer.cli.common.ProgressLine;
import org.classbarometer.cli.common.Surroundings;
import org.classbarometer.cli.common.Version;
import org.classbarometer.evaluate.data.DataSetChoice;
import org.classbarometer.evaluate.data.DataSetException;
import org.classbarometer.evaluate.data.SkipReason;
import org.classbarometer.evaluate.data.Split;
import org.classbarometer.evaluate.model.FaceLocation;
import org.classbarometer.evaluate.model.ModelEvaluation;
import org.classbarometer.evaluate.model.ModelReport;
import org.classbarometer.evaluate.report.ModelDocument;
import org.classbarometer.evaluate.report.ReportFolder;
import org.classbarometer.evaluate.report.ReportJson;
import org.classbarometer.evaluate.report.Summary;
import org.classbarometer.evaluate.report.TypedCommand;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.expression.ModelException;
import org.classbarometer.face.haar.CascadeException;
import org.classbarometer.text.Text;
import org.classbarometer.text.UserProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `evaluate`: how good a model is on labelled faces.
@Command(name = "evaluate", mixinStandardHelpOptions = true, versionProvider = Version.class)
public final class EvaluateCommand implements Callable<Integer> {
    /// From this share of pictures without a face on, they are probably cut to the face already.
    private static final double MANY = 0.2;

    private final Surroundings surroundings;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--model", paramLabel = "FILE")
    private Optional<Path> model = Optional.empty();

    @Option(names = "--data", paramLabel = "PATH", required = true)
    private Path data = Path.of("");

    @Option(names = "--votes", paramLabel = "FILE")
    private Optional<Path> votes = Optional.empty();

    @Option(names = "--quality", paramLabel = "FILE")
    private Optional<Path> quality = Optional.empty();

    @Option(names = "--split", paramLabel = "PART", converter = Arguments.SplitReader.class)
    private Optional<Set<Split>> splits = Optional.empty();

    @Option(
            names = "--labels",
            paramLabel = "SET",
            completionCandidates = Arguments.LabelNames.class)
    private Optional<LabelSet> labels = Optional.empty();

    @Option(names = "--faces", paramLabel = "HOW")
    private Optional<FaceLocation> faces = Optional.empty();

    @Option(names = "--report", paramLabel = "DIR")
    private Optional<Path> report = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1")
    private long seed;

    @Option(names = "--json")
    private boolean json;

    public EvaluateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws UserProblem {
        try {
            if (report.isPresent()) {
                ReportFolder.checkFree(report.get());
            }
            ModelReport result = evaluate();
            String figures = ReportJson.of(result);
            if (json) {
                surroundings.out().println(figures);
            } else {
                print(Summary.of(result));
            }
            surroundings.out().flush();
            hint(result);
            if (report.isPresent()) {
                ReportFolder.write(report.get(), ModelDocument.of(result, typed()), figures);
                say(Text.of("evaluation.written", report.get()));
            }
            return ExitCode.OK;
        } catch (DataSetException unusable) {
            throw new CommandProblem(ExitCode.SOURCE, unusable);
        } catch (ModelException | CascadeException unusable) {
            throw new CommandProblem(ExitCode.MODEL, unusable);
        } catch (ModelEvaluation.UnsuitedLabels unsuited) {
            throw new CommandProblem(ExitCode.USAGE, unsuited);
        } catch (ReportFolder.Unwritable failed) {
            throw new CommandProblem(ExitCode.OUTPUT, failed);
        }
    }

    private ModelReport evaluate() throws UserProblem {
        ModelEvaluation evaluation =
                new ModelEvaluation(
                        model.orElse(surroundings.installation().defaultModel()),
                        new DataSetChoice(data, votes, quality, splits.map(EnumSet::copyOf)),
                        labels,
                        faces.orElse(FaceLocation.AUTO),
                        surroundings.installation().cascades(),
                        seed);
        ProgressLine progress = new ProgressLine(surroundings.err(), surroundings.terminal());
        // A line that is written over can follow closely; in a log, ten lines are enough.
        int steps = surroundings.terminal() ? 100 : 10;
        try {
            return evaluation.run((done, of) -> {
                if ((long) done * steps / of > (done - 1L) * steps / of) {
                    progress.show(Text.of("evaluation.progress", done, of));
                }
            });
        } finally {
            progress.clear();
        }
    }

    private void print(List<Summary.Line> lines) {
        int width = lines.stream().mapToInt(line -> line.name().length()).max().orElse(1);
        for (Summary.Line line : lines) {
            surroundings.out().printf("%-" + width + "s  %s%n", line.name(), line.value());
        }
    }

    private void hint(ModelReport result) {
        int faceless = result.data().skips().count(SkipReason.NO_FACE);
        int pictures = result.data().faces() + faceless;
        if (faceless >= MANY * pictures) {
            say(Text.of("evaluation.hint.whole", faceless, pictures));
        }
    }

    private void say(String message) {
        surroundings.err().println(message);
        surroundings.err().flush();
    }

    private String typed() {
        return TypedCommand.of(
                "classbarometer", spec.root().commandLine().getParseResult().originalArgs());
    }
}
