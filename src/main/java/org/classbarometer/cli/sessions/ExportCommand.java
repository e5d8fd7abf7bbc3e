package org.classbarometer.cli.sessions;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.classbarometer.cli.common.Arguments;
import org.classbarometer.cli.common.CommandProblem;
import org.classbarometer.cli.common.ExitCode;
import org.classbarometer.cli.common.ProgressLine;
import org.classbarometer.cli.common.Surroundings;
import org.classbarometer.cli.common.Version;
import org.classbarometer.report.ExportException;
import org.classbarometer.report.ExportFormat;
import org.classbarometer.report.ExportOptions;
import org.classbarometer.report.SessionExport;
import org.classbarometer.session.Session;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.SessionOverview;
import org.classbarometer.text.Text;
import org.classbarometer.text.UserProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `export`: stored sessions as CSV tables and printable reports.
@Command(name = "export", mixinStandardHelpOptions = true, versionProvider = Version.class)
public final class ExportCommand implements Callable<Integer> {
    // Fewer are done before anyone could read a line about it.
    private static final int PROGRESS_FROM = 20;

    private final Surroundings surroundings;

    @Option(names = "--session", paramLabel = "ID", split = ",", hideParamSyntax = true)
    private List<SessionId> chosen = new ArrayList<>();

    @Option(names = "--all")
    private boolean all;

    @Option(names = "--out", paramLabel = "DIR", required = true)
    private Path folder = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            split = ",",
            hideParamSyntax = true,
            completionCandidates = Arguments.FormatWords.class)
    private Set<ExportFormat> formats = EnumSet.of(ExportFormat.CSV);

    @Option(names = "--bom")
    private boolean byteOrderMark;

    @Option(names = "--replace")
    private boolean replace;

    public ExportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws UserProblem {
        if (all == !chosen.isEmpty()) {
            throw new CommandProblem(ExitCode.USAGE, Text.of("report.command.which"));
        }
        // AWT's canvas, on which a PDF is drawn, would otherwise look for a display first.
        System.setProperty("java.awt.headless", "true");
        try (StoredSessions sessions = StoredSessions.open(surroundings)) {
            List<Session> exported =
                    (all ? sessions.all() : sessions.of(chosen))
                            .stream().map(SessionOverview::session).toList();
            if (exported.isEmpty()) {
                throw new CommandProblem(ExitCode.PROBLEM, Text.of("report.command.none"));
            }
            printSummary(exported, export(sessions, exported));
            return ExitCode.OK;
        }
    }

    private List<Path> export(StoredSessions sessions, List<Session> exported) throws UserProblem {
        ExportOptions options =
                ExportOptions.of(formats).withByteOrderMark(byteOrderMark).withReplace(replace);
        ProgressLine progress = new ProgressLine(surroundings.err(), surroundings.terminal());
        try {
            return new SessionExport(sessions.store()::timeline, options)
                    .write(
                            exported,
                            folder,
                            (done, of) -> {
                                if (of >= PROGRESS_FROM && done % PROGRESS_FROM == 0) {
                                    progress.show(Text.of("report.command.progress", done, of));
                                }
                            });
        } catch (ExportException failed) {
            throw new CommandProblem(ExitCode.OUTPUT, failed);
        } finally {
            progress.clear();
        }
    }

    private void printSummary(List<Session> exported, List<Path> files) {
        PrintWriter out = surroundings.out();
        out.println(Text.of("report.command.exported", exported.size(), files.size()));
        files.forEach(file -> out.println("  " + Text.line(file.toString())));
        out.flush();
    }
}
