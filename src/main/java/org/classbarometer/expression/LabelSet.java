package org.classbarometer.expression;

import java.util.List;
import java.util.stream.Stream;

/// A named, ordered set of expressions that a model or a view tells apart.
///
/// @param name short, as typed after `--labels`: `8`, `7`, `4`, `2`
/// @param labels identifiers in English: `happiness`; the screen shows `expression.label.happiness`
public record LabelSet(String name, List<String> labels) {
    /// FER+ (Barsoum et al. 2016): eight classes.
    public static final LabelSet EIGHT =
            new LabelSet(
                    "8",
                    List.of(
                            "neutral",
                            "happiness",
                            "surprise",
                            "sadness",
                            "anger",
                            "disgust",
                            "fear",
                            "contempt"));

    /// FER2013 (Goodfellow et al. 2013): seven classes, no contempt.
    public static final LabelSet SEVEN =
            new LabelSet(
                    "7",
                    List.of(
                            "neutral",
                            "happiness",
                            "surprise",
                            "sadness",
                            "anger",
                            "disgust",
                            "fear"));

    /// The four that classroom studies report most.
    public static final LabelSet FOUR =
            new LabelSet("4", List.of("neutral", "happiness", "surprise", "sadness"));

    /// Positive against negative.
    public static final LabelSet TWO = new LabelSet("2", List.of("positive", "negative"));

    /// Every label that a model may have and the screen can name: the expressions above, their two
    /// poles, and those of engagement models (DAiSEE: Gupta et al. 2016, and similar sets).
    public static final List<String> KNOWN =
            Stream.of(
                            EIGHT.labels(),
                            TWO.labels(),
                            List.of("engaged", "bored", "confused", "frustrated", "angry"))
                    .flatMap(List::stream)
                    .toList();

    /// The views the program offers over a model of eight classes, largest first.
    public static final List<LabelSet> VIEWS = List.of(EIGHT, SEVEN, FOUR, TWO);

    public LabelSet {
        labels = List.copyOf(labels);
    }

    public int size() {
        return labels.size();
    }
}
