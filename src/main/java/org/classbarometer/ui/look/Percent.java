package org.classbarometer.ui.look;

import java.text.NumberFormat;
import java.util.Locale;

/// Shares as whole percents, the way the language writes them.
public final class Percent {
    private Percent() {}

    /// @param share in [0, 1]
    public static String of(double share) {
        return NumberFormat.getPercentInstance(Locale.getDefault(Locale.Category.DISPLAY))
                .format(share);
    }
}
