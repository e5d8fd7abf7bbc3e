package org.classbarometer.ui.look;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.classbarometer.text.Text;

/// How a label looks wherever it is shown: a name, a glyph, a pattern and a colour, so that the
/// colour never says anything alone. The colours keep 4.5 to 1 against the dark plate and stay apart
/// for red-green blindness in lightness as well as in hue.
///
/// @param label identifier, or [#UNCERTAIN]
/// @param glyph strokes of the glyph in a 24 by 24 field, as an SVG path
public record ExpressionStyle(String label, Color colour, Pattern pattern, String glyph) {
    /// Stands for readings in which no label is claimed.
    public static final String UNCERTAIN = "uncertain";

    /// What fills an area beside its colour.
    public enum Pattern {
        PLAIN,
        DOTS,
        VERTICAL,
        HORIZONTAL,
        RISING,
        FALLING,
        CROSSED,
        SQUARES
    }

    private static final String EYES = "M8.4 9.2V9.8 M15.6 9.2V9.8 ";
    private static final String BROWS_UP = "M6.4 6.8Q8.2 5.2 10 6.2 M14 6.2Q15.8 5.2 17.6 6.8 ";
    private static final String BROWS_WORRIED = "M6.4 7.6L9.8 6.1 M17.6 7.6L14.2 6.1 ";

    private static final Map<String, ExpressionStyle> STYLES =
            Stream.of(
                            style("neutral", "#c3cad4", Pattern.PLAIN, EYES + "M8 16H16"),
                            style("happiness", "#ffc53d", Pattern.DOTS, EYES + "M7 14Q12 20 17 14"),
                            style(
                                    "surprise",
                                    "#cf9dfb",
                                    Pattern.VERTICAL,
                                    EYES + BROWS_UP + "M12 13.6A2.5 2.9 0 1 0 12.01 13.6Z"),
                            style(
                                    "sadness",
                                    "#74adff",
                                    Pattern.HORIZONTAL,
                                    "M8.4 10V10.5 M15.6 10V10.5 "
                                            + BROWS_WORRIED
                                            + "M7.6 17.4Q12 12.8 16.4 17.4"),
                            style(
                                    "anger",
                                    "#ff8069",
                                    Pattern.RISING,
                                    "M8.6 10.3V10.8 M15.4 10.3V10.8 M6.2 6.6L10.2 8.6 M17.8 6.6L13.8 8.6 "
                                            + "M8 16.8Q12 14.4 16 16.8"),
                            style(
                                    "disgust",
                                    "#a9c94e",
                                    Pattern.CROSSED,
                                    "M6.8 9.6H10 M14 9.6H17.2 M7 16.4Q8.7 13.6 10.4 16T13.8 16T17.2 15.6"),
                            style(
                                    "fear",
                                    "#3fd0bb",
                                    Pattern.FALLING,
                                    "M8.4 9.6V10.2 M15.6 9.6V10.2 "
                                            + BROWS_WORRIED
                                            + "M7.6 17.6L9.4 14.4H14.6L16.4 17.6Z"),
                            style(
                                    "contempt",
                                    "#f596c6",
                                    Pattern.SQUARES,
                                    "M6.8 9.4H10 M15.6 9V9.8 M8.4 16.2L13.4 15.8Q15.8 15.4 16.8 12.8"),
                            style("positive", "#66d791", Pattern.DOTS, "M12 7V17 M7 12H17"),
                            style("negative", "#fa9d63", Pattern.RISING, "M7 12H17"),
                            style(
                                    UNCERTAIN,
                                    "#dfe4eb",
                                    Pattern.RISING,
                                    "M8.9 9.4Q9 6.4 12 6.4Q15.1 6.4 15.1 9.2Q15.1 11 13 12.1Q12 12.7 12 14.2 "
                                            + "M12 17.3V17.5"))
                    .collect(Collectors.toUnmodifiableMap(ExpressionStyle::label, s -> s));

    private static ExpressionStyle style(
            String label, String colour, Pattern pattern, String glyph) {
        return new ExpressionStyle(label, Color.web(colour), pattern, glyph);
    }

    /// @param label identifier of an expression, or [#UNCERTAIN]
    public static ExpressionStyle of(String label) {
        ExpressionStyle known = STYLES.get(label);
        // A model of another label set (engagement) has no drawings of its own yet.
        return known != null
                ? known
                : new ExpressionStyle(label, Color.web("#c3cad4"), Pattern.PLAIN, EYES);
    }

    /// What the label is called on screen, in lower case where the language has it so.
    public String name() {
        return label.equals(UNCERTAIN)
                ? Text.of("expression.uncertain")
                : Text.of("expression.label." + label);
    }
}
