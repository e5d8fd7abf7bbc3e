package org.classbarometer.cli.measure;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.classbarometer.cli.common.Arguments;
import org.classbarometer.cli.common.ExitCode;
import org.classbarometer.cli.common.Surroundings;
import org.classbarometer.cli.common.Version;
import org.classbarometer.evaluate.ClipExpressionEvaluation;
import org.classbarometer.evaluate.ClipTruth;
import org.classbarometer.evaluate.MarkdownTable;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.frame.system.SystemFrameSources;
import org.classbarometer.monitor.Monitor;
import org.classbarometer.monitor.MonitorSettings;
import org.classbarometer.setup.FinderChoice;
import org.classbarometer.text.UserProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `measure clip`: what the whole pipeline reads on the demo class, against its truth.
@Command(name = "clip", mixinStandardHelpOptions = true, versionProvider = Version.class)
public final class ClipCommand implements Callable<Integer> {
    private static final double MOOD_TOLERANCE = 0.10;

    private final Surroundings surroundings;

    @Mixin private MeasuredModel model = new MeasuredModel();

    @Option(
            names = "--labels",
            paramLabel = "SET",
            completionCandidates = Arguments.LabelNames.class)
    private LabelSet labels = LabelSet.EIGHT;

    @Option(names = "--smoothing")
    private Duration smoothing = MonitorSettings.SMOOTHING;

    @Option(names = "--finder", split = ",", defaultValue = "both,haar,learned")
    private List<FinderChoice> finders = List.of();

    public ClipCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws UserProblem, InterruptedException {
        MonitorSettings settings =
                new MonitorSettings(labels, MonitorSettings.DEFAULT.masks(), smoothing);
        for (FinderChoice choice : finders) {
            surroundings.out().printf("`--finder %s`%n%n", choice.word());
            try (Monitor monitor =
                    model.open(
                            surroundings,
                            Optional.of(choice),
                            settings,
                            new SystemFrameSources())) {
                print(
                        ClipExpressionEvaluation.play(
                                monitor,
                                new SourceChoice.Demo(),
                                ClipTruth.ofDemo(),
                                LabelSet.FOUR));
            }
        }
        return ExitCode.OK;
    }

    private void print(ClipExpressionEvaluation.Result result) {
        PrintWriter out = surroundings.out();
        TreeSet<String> read = new TreeSet<>();
        result.confusion().values().forEach(row -> read.addAll(row.keySet()));
        List<String> columns = new ArrayList<>(List.of("shown \\ read"));
        columns.addAll(read);
        columns.add("right");
        MarkdownTable table = new MarkdownTable(out::print, columns);
        for (Map.Entry<String, Map<String, Integer>> row : result.confusion().entrySet()) {
            List<String> cells = new ArrayList<>(List.of(row.getKey()));
            read.forEach(label -> cells.add(row.getValue().getOrDefault(label, 0).toString()));
            cells.add(String.format(Locale.ROOT, "%.1f %%", 100 * result.recall(row.getKey())));
            table.row(cells);
        }
        out.printf(
                Locale.ROOT,
                "%nMood within %.0f percentage points: %.1f %% of %d seconds%n",
                100 * MOOD_TOLERANCE,
                100 * result.secondsWithin(MOOD_TOLERANCE),
                result.moods().size());
        result.moods().stream()
                .filter(mood -> mood.largest() > MOOD_TOLERANCE)
                .forEach(mood ->
                        out.printf(
                                Locale.ROOT,
                                "second %d: off by %.1f points%n",
                                mood.second(),
                                100 * mood.largest()));
        out.flush();
    }
}
