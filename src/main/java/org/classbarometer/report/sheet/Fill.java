package org.classbarometer.report.sheet;

import java.util.Map;

/// How an area looks: a colour and, for those who do not see it or print without, a pattern. Colours
/// and patterns of the labels are those of the screen.
///
/// @param colour `#rrggbb`
/// @param ink of the pattern, `#rrggbb`
record Fill(String colour, Pattern pattern, String ink) {
    /// Strokes over an area.
    enum Pattern {
        PLAIN,
        DOTS,
        VERTICAL,
        HORIZONTAL,
        RISING,
        FALLING,
        CROSSED,
        SQUARES,
        WIDE
    }

    /// Readings in which no label is claimed.
    static final Fill UNCERTAIN = new Fill("#eceff3", Pattern.RISING, "#8d98a6");

    /// Buckets that say nothing.
    static final Fill SUPPRESSED = new Fill("#f7f8fa", Pattern.WIDE, "#c3cad3");

    /// Faces that were read with certainty.
    static final Fill READ = new Fill("#8fa0b5", Pattern.PLAIN, "#8fa0b5");

    private static final Fill UNKNOWN = new Fill("#c3cad4", Pattern.PLAIN, "#c3cad4");

    private static final Map<String, Fill> LABELS =
            Map.of(
                    "neutral", new Fill("#c3cad4", Pattern.PLAIN, "#c3cad4"),
                    "happiness", new Fill("#ffc53d", Pattern.DOTS, "#9a6b00"),
                    "surprise", new Fill("#cf9dfb", Pattern.VERTICAL, "#7a3fb0"),
                    "sadness", new Fill("#74adff", Pattern.HORIZONTAL, "#1f5fb8"),
                    "anger", new Fill("#ff8069", Pattern.RISING, "#a32d17"),
                    "disgust", new Fill("#a9c94e", Pattern.CROSSED, "#5b7510"),
                    "fear", new Fill("#3fd0bb", Pattern.FALLING, "#0c7566"),
                    "contempt", new Fill("#f596c6", Pattern.SQUARES, "#a63a75"),
                    "positive", new Fill("#66d791", Pattern.DOTS, "#1c7a42"),
                    "negative", new Fill("#fa9d63", Pattern.FALLING, "#a04a12"));

    /// A label without a look of its own (engagement models) is plain grey; its name stands beside.
    static Fill of(String label) {
        return LABELS.getOrDefault(label, UNKNOWN);
    }
}
