package org.classbarometer.evaluate.report;

import org.classbarometer.evaluate.metrics.Interval;
import org.classbarometer.evaluate.model.Counterfactuals;
import org.classbarometer.evaluate.model.Subgroups;
import org.classbarometer.text.Text;

/// Sentences that report and terminal share.
final class Sentences {
    private Sentences() {}

    /// A difference of shares with its interval, in points.
    static String interval(Interval difference) {
        return Text.of(
                "evaluation.points",
                Figure.points(difference.value()),
                Figure.points(difference.low()),
                Figure.points(difference.high()));
    }

    static String gap(Subgroups groups) {
        return groups.gap()
                .map(gap ->
                        Text.of(
                                gap.difference().low() > 0
                                        ? "evaluation.groups.gap"
                                        : "evaluation.groups.gap.none",
                                gap.best(),
                                gap.worst(),
                                interval(gap.difference())))
                .orElseGet(() ->
                        Text.of(
                                "evaluation.groups.small",
                                Subgroups.LEAST,
                                Subgroups.LEAST_PEOPLE));
    }

    static String example(Counterfactuals.Example example) {
        return Text.of(
                "evaluation.counterfactual.example",
                example.face(),
                ReportNames.label(example.read()),
                example.other(),
                ReportNames.label(example.otherRead()));
    }
}
