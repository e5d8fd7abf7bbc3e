package org.classbarometer.expression;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    public static final LabelSet SEVEN = new LabelSet("7", EIGHT.labels().subList(0, 7));

    /// The four that classroom studies report most.
    public static final LabelSet FOUR =
            new LabelSet("4", List.of("neutral", "happiness", "surprise", "sadness"));

    /// Positive against negative.
    public static final LabelSet TWO = new LabelSet("2", List.of("positive", "negative"));

    /// The views the program offers over a model of eight classes, largest first.
    public static final List<LabelSet> VIEWS = List.of(EIGHT, SEVEN, FOUR, TWO);

    /// Labels that stand for several others of a model. A model without contempt can still tell what
    /// is negative; one without anger cannot.
    ///
    /// @param needed every one of them must be among the model's labels
    /// @param taken gathered too where the model has them
    record Gathered(List<String> needed, List<String> taken) {}

    static final Map<String, Gathered> GATHERED =
            Map.of(
                    "positive",
                    new Gathered(List.of("happiness"), List.of()),
                    "negative",
                    new Gathered(
                            List.of("sadness", "anger", "disgust", "fear"), List.of("contempt")));

    // Of engagement models (DAiSEE: Gupta et al. 2016, and similar sets), which bring their own
    // set.
    private static final List<String> ENGAGEMENT =
            List.of("engaged", "bored", "confused", "frustrated", "angry");

    /// Every label that a model may have and the screen can name.
    public static final List<String> KNOWN =
            Stream.concat(VIEWS.stream().map(LabelSet::labels), Stream.of(ENGAGEMENT))
                    .flatMap(List::stream)
                    .distinct()
                    .toList();

    /// Whether it tells states such as engaged or bored, which nobody has shown to be read from faces
    /// that a model has not learnt from: see docs/decisions/0036-engagement-does-not-ship.md. Then it
    /// is shown as experimental, of the room only, and says nothing where it is not quite sure.
    public boolean experimental() {
        return labels.stream().anyMatch(ENGAGEMENT::contains);
    }

    /// The view of this name, as typed after `--labels`.
    public static Optional<LabelSet> view(String name) {
        return VIEWS.stream().filter(set -> set.name.equals(name)).findFirst();
    }

    public LabelSet {
        labels = List.copyOf(labels);
    }

    public int size() {
        return labels.size();
    }
}
