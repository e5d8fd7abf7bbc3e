package org.classbarometer.evaluate.report;

import org.classbarometer.evaluate.model.ModelReport;
import org.classbarometer.text.Text;

/// Identifiers in people's words.
final class ReportNames {
    private ReportNames() {}

    /// @param label of a label set
    static String label(String label) {
        return Text.of("expression.label." + label);
    }

    /// @param truth of a data set
    static String truth(String truth) {
        return Text.of("evaluation.truth." + truth);
    }

    /// @param width in pixels; 0 for faces as they are
    static String width(int width) {
        return width == 0
                ? Text.of("evaluation.size.full")
                : Text.of("evaluation.size.pixels", width);
    }

    static String title(ModelReport report) {
        return Text.of("evaluation.title", report.model().file(), report.data().name());
    }
}
