package org.classbarometer.evaluate.report;

import java.util.Locale;
import org.classbarometer.evaluate.metrics.Interval;
import org.classbarometer.text.Text;

/// Numbers as they stand in reports, in the language of the screen. What is no number is a dash.
final class Figure {
    private static final String NONE = "–";

    private Figure() {}

    /// @param share in [0, 1]
    static String percent(double share) {
        return Double.isFinite(share) ? format("%.1f %%", 100 * share) : NONE;
    }

    /// With its confidence interval, unless that has no width: a sample that is all the same says
    /// nothing about how sure it is.
    static String percent(Interval share) {
        return share.low() < share.high()
                ? Text.of(
                        "evaluation.interval",
                        percent(share.value()),
                        format("%.1f", 100 * share.low()),
                        format("%.1f", 100 * share.high()))
                : percent(share.value());
    }

    /// A difference of shares, in points.
    static String points(double difference) {
        return Double.isFinite(difference) ? format("%+.1f", 100 * difference) : NONE;
    }

    static String count(long count) {
        return format("%,d", count);
    }

    static String decimal(double value, int digits) {
        return Double.isFinite(value) ? format("%." + digits + "f", value) : NONE;
    }

    static String millis(long nanos) {
        return format("%.2f", nanos / 1e6);
    }

    private static String format(String pattern, Object value) {
        return String.format(Locale.getDefault(Locale.Category.DISPLAY), pattern, value);
    }
}
