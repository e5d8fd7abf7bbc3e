package org.classbarometer.look;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.text.Text;

/// How a label looks wherever it is shown: name, glyph, colour and pattern; within a label set no two
/// share any of them. The colours keep 4.5 to 1 against [Hue#INK], which writes on them and lies
/// behind them on pictures, and stay apart for people who see no red, no green or no blue: they were
/// searched for the largest least distance under the three, near the hues that people expect.
///
/// @param label identifier; of [#UNCERTAIN] `uncertain`
/// @param glyph strokes of the glyph in a 24 by 24 field, as an SVG path
public record LabelLook(String label, Fill fill, String glyph) {
    private static final String EYES = "M8.4 9.2V9.8 M15.6 9.2V9.8 ";
    private static final String LOW_EYES = "M8.6 10.3V10.8 M15.4 10.3V10.8 ";
    private static final String BROWS_UP = "M6.4 6.8Q8.2 5.2 10 6.2 M14 6.2Q15.8 5.2 17.6 6.8 ";
    private static final String BROWS_WORRIED = "M6.4 7.6L9.8 6.1 M17.6 7.6L14.2 6.1 ";
    private static final String BROWS_DOWN = "M6.2 6.6L10.2 8.6 M17.8 6.6L13.8 8.6 ";

    /// Stands for readings in which no label is claimed.
    public static final LabelLook UNCERTAIN =
            new LabelLook(
                    "uncertain",
                    new Fill(
                            new Hue("#eef1f5", "#333b46"),
                            Pattern.PLUSES,
                            new Hue("#7f8a97", "#8f9bab")),
                    "M8.9 9.4Q9 6.4 12 6.4Q15.1 6.4 15.1 9.2Q15.1 11 13 12.1Q12 12.7 12 14.2 "
                            + "M12 17.3V17.5");

    private static final Map<String, LabelLook> LOOKS =
            Stream.of(
                            look("neutral", "#bbced8", Pattern.PLAIN, EYES + "M8 16H16"),
                            look("happiness", "#ffdc43", Pattern.DOTS, EYES + "M7 14Q12 20 17 14"),
                            look(
                                    "surprise",
                                    "#e694fc",
                                    Pattern.VERTICAL,
                                    EYES + BROWS_UP + "M12 13.6A2.5 2.9 0 1 0 12.01 13.6Z"),
                            look(
                                    "sadness",
                                    "#6b82ea",
                                    Pattern.HORIZONTAL,
                                    "M8.4 10V10.5 M15.6 10V10.5 "
                                            + BROWS_WORRIED
                                            + "M7.6 17.4Q12 12.8 16.4 17.4"),
                            look(
                                    "anger",
                                    "#dd5a2b",
                                    Pattern.RISING,
                                    LOW_EYES + BROWS_DOWN + "M8 16.8Q12 14.4 16 16.8"),
                            look(
                                    "disgust",
                                    "#a3b315",
                                    Pattern.CROSSED,
                                    "M6.8 9.6H10 M14 9.6H17.2 M7 16.4Q8.7 13.6 10.4 16T13.8 16T17.2 15.6"),
                            look(
                                    "fear",
                                    "#04be94",
                                    Pattern.FALLING,
                                    "M8.4 9.6V10.2 M15.6 9.6V10.2 "
                                            + BROWS_WORRIED
                                            + "M7.6 17.6L9.4 14.4H14.6L16.4 17.6Z"),
                            look(
                                    "contempt",
                                    "#b070a4",
                                    Pattern.SQUARES,
                                    "M6.8 9.4H10 M15.6 9V9.8 M8.4 16.2L13.4 15.8Q15.8 15.4 16.8 12.8"),
                            look("positive", "#35c98c", Pattern.DOTS, "M12 7V17 M7 12H17"),
                            look("negative", "#e08a3a", Pattern.FALLING, "M7 12H17"),
                            look(
                                    "engaged",
                                    "#44e1a5",
                                    Pattern.DOTS,
                                    "M8.4 8.6V10 M15.6 8.6V10 M8 15Q12 17.6 16 15"),
                            look(
                                    "bored",
                                    "#6d86ed",
                                    Pattern.HORIZONTAL,
                                    "M6.8 9.8H10 M14 9.8H17.2 M9 16.6H15"),
                            look(
                                    "confused",
                                    "#c0afff",
                                    Pattern.VERTICAL,
                                    EYES + "M6.4 6.8Q8.2 5.2 10 6.2 M14 7.4H17.4 M8 16.8L16 15"),
                            look(
                                    "frustrated",
                                    "#f1ac28",
                                    Pattern.CROSSED,
                                    LOW_EYES
                                            + BROWS_DOWN
                                            + "M7.4 16.4L9.7 14.6L12 16.4L14.3 14.6L16.6 16.4"),
                            look(
                                    "angry",
                                    "#dd6454",
                                    Pattern.RISING,
                                    LOW_EYES + BROWS_DOWN + "M8 15.2H16V17.6H8Z"))
                    .collect(Collectors.toUnmodifiableMap(LabelLook::label, Function.identity()));

    private static LabelLook look(String label, String colour, Pattern pattern, String glyph) {
        return new LabelLook(label, Fill.inked(colour, pattern), glyph);
    }

    /// @param label of [LabelSet#KNOWN] or [#UNCERTAIN]'s; another one, of a session that a later
    ///     program stored, is plain grey
    public static LabelLook of(String label) {
        LabelLook known = label.equals(UNCERTAIN.label) ? UNCERTAIN : LOOKS.get(label);
        return known != null ? known : look(label, "#bbced8", Pattern.PLAIN, "M11.9 12H12.1");
    }

    /// The bands of a stacked chart from below: the labels in their order, then the uncertain.
    public static List<LabelLook> stack(LabelSet labels) {
        return Stream.concat(labels.labels().stream().map(LabelLook::of), Stream.of(UNCERTAIN))
                .toList();
    }

    /// The bands of a chart of the certainly read from below: the labels in their order, then those of
    /// which it is not told what they showed.
    public static List<Fill> bands(LabelSet labels) {
        return Stream.concat(
                        labels.labels().stream().map(label -> of(label).fill()),
                        Stream.of(Fill.SUPPRESSED))
                .toList();
    }

    /// What the label is called in the language of the screen, in lower case where that has it so.
    public String name() {
        return name(Locale.getDefault(Locale.Category.DISPLAY));
    }

    /// In the language asked for; a label that the program does not know is called as its model
    /// calls it.
    public String name(Locale language) {
        if (label.equals(UNCERTAIN.label)) {
            return Text.of(language, "expression.uncertain");
        }
        return LOOKS.containsKey(label) ? Text.of(language, "expression.label." + label) : label;
    }
}
