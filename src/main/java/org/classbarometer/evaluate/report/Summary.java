package org.classbarometer.evaluate.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.classbarometer.evaluate.data.SkipReason;
import org.classbarometer.evaluate.metrics.Coverage;
import org.classbarometer.evaluate.model.Counterfactuals;
import org.classbarometer.evaluate.model.Latency;
import org.classbarometer.evaluate.model.ModelReport;
import org.classbarometer.evaluate.model.ModelReport.SizeScore;
import org.classbarometer.evaluate.model.Subgroups;
import org.classbarometer.text.Text;

/// What a reader wants to know first: a dozen lines for the terminal and the top of the report.
public final class Summary {
    private static final String CONTEMPT = "contempt";
    private static final double TENTH_UNCERTAIN = 0.9;

    /// @param name what the figure is
    /// @param value the figure, with what it needs to be understood
    public record Line(String name, String value) {}

    private final ModelReport report;
    private final List<Line> lines = new ArrayList<>();

    private Summary(ModelReport report) {
        this.report = report;
    }

    public static List<Line> of(ModelReport report) {
        Summary summary = new Summary(report);
        summary.data();
        summary.accuracy();
        summary.certainty();
        summary.sizes();
        summary.latency();
        summary.people();
        return List.copyOf(summary.lines);
    }

    private void add(String key, Object... arguments) {
        String name = "evaluation.summary." + key;
        lines.add(new Line(Text.of(name), Text.of(name + ".value", arguments)));
    }

    private void data() {
        ModelReport.Main main = report.main();
        add(
                "faces",
                Figure.count(main.confusion().total()),
                ReportNames.truth(main.truth()),
                main.labels().size());
        for (SkipReason reason : report.data().skips().counts().keySet()) {
            lines.add(
                    new Line(
                            Text.of("evaluation.summary.skipped"),
                            Text.of(
                                    "evaluation.summary.skipped.value",
                                    Figure.count(report.data().skips().count(reason)),
                                    reason.text())));
        }
    }

    private void accuracy() {
        ModelReport.Main main = report.main();
        add("accuracy", Figure.percent(main.accuracy()));
        add("balanced", Figure.percent(main.balanced()));
        if (main.labels().labels().contains(CONTEMPT)) {
            add("balanced.seven", Figure.percent(main.confusion().balancedWithout(CONTEMPT)));
        }
        add("f1", Figure.decimal(main.confusion().macroF1(), 3));
    }

    private void certainty() {
        ModelReport.Main main = report.main();
        add("calibration", Figure.decimal(main.calibration().error(), 3));
        add(
                "live",
                Figure.percent(1 - main.live().coverage()),
                Figure.decimal(main.live().threshold(), 2),
                Figure.percent(main.live().accuracy()));
        Coverage.Point tenth = main.coverage().keeping(TENTH_UNCERTAIN);
        add(
                "tenth",
                Figure.percent(tenth.accuracy()),
                Figure.points(tenth.accuracy() - main.accuracy().value()));
    }

    private void sizes() {
        SizeScore full = report.sizes().getFirst();
        SizeScore smallest = report.sizes().getLast();
        add(
                "size",
                smallest.width(),
                Figure.percent(smallest.accuracy()),
                Figure.points(smallest.accuracy() - full.accuracy()));
    }

    private void latency() {
        Latency latency = report.latency();
        if (latency.faces() > 0) {
            add(
                    "latency",
                    Figure.millis(latency.p50Nanos()),
                    Figure.millis(latency.p95Nanos()),
                    Figure.millis(latency.cpuNanos()));
        }
    }

    private void people() {
        report.subgroups().stream()
                .filter(groups -> groups.gap().isPresent())
                .max(Comparator.comparingDouble(Summary::gap))
                .ifPresent(groups -> {
                    Subgroups.Gap gap = groups.gap().orElseThrow();
                    add(
                            "gap",
                            groups.attribute(),
                            gap.best(),
                            gap.worst(),
                            Sentences.interval(gap.difference()));
                });
        for (Counterfactuals one : report.counterfactuals()) {
            lines.add(
                    new Line(
                            Text.of("evaluation.summary.counterfactual", one.attribute()),
                            Text.of(
                                    "evaluation.summary.counterfactual.value",
                                    Figure.percent(one.changed().value()),
                                    Figure.count(one.pairs()))));
        }
    }

    private static double gap(Subgroups groups) {
        return groups.gap().map(gap -> gap.difference().value()).orElse(0.0);
    }
}
