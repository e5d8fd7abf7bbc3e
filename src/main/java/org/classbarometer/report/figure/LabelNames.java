package org.classbarometer.report.figure;

import java.util.Locale;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.text.Text;

/// What labels are called in reports.
public final class LabelNames {
    private LabelNames() {}

    /// In the language asked for; a label that the program does not know is called as its model
    /// calls it.
    public static String of(Locale locale, String label) {
        return LabelSet.KNOWN.contains(label)
                ? Text.of(locale, "expression.label." + label)
                : label;
    }
}
