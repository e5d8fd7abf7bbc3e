package org.classbarometer.training.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.classbarometer.evaluate.data.FerFace;
import org.classbarometer.evaluate.data.FerVotes;
import org.classbarometer.expression.LabelSet;

/// Where a head's labels come from.
public enum LabelSource {
    /// FER+ votes as shares of eight expressions.
    FERPLUS {
        @Override
        public LabelSet labels() {
            return LabelSet.EIGHT;
        }

        @Override
        public Optional<float[]> target(FerFace face) {
            return face.votes().flatMap(FerVotes::distribution);
        }

        @Override
        public Optional<String> truth(FerFace face) {
            return face.votes().flatMap(FerVotes::majority);
        }
    },
    /// FER2013's own label, one of seven.
    FER2013 {
        @Override
        public LabelSet labels() {
            return LabelSet.SEVEN;
        }

        @Override
        public Optional<float[]> target(FerFace face) {
            return truth(face).map(label -> only(SEVEN, label));
        }

        @Override
        public Optional<String> truth(FerFace face) {
            return Optional.of(face.label());
        }
    },
    /// FER+ votes of faces most voters gave one of four expressions.
    FOUR {
        @Override
        public LabelSet labels() {
            return LabelSet.FOUR;
        }

        @Override
        public Optional<float[]> target(FerFace face) {
            return truth(face).flatMap(_ -> FERPLUS.target(face)).map(LabelSource::firstFour);
        }

        @Override
        public Optional<String> truth(FerFace face) {
            return FERPLUS.truth(face).filter(LabelSet.FOUR.labels()::contains);
        }
    },
    /// Happiness against sadness, anger, disgust, fear and contempt, by the majority of the FER+
    /// votes; neutral and surprise are neither.
    TWO {
        @Override
        public LabelSet labels() {
            return LabelSet.TWO;
        }

        @Override
        public Optional<float[]> target(FerFace face) {
            return truth(face).map(label -> only(LabelSet.TWO.labels(), label));
        }

        @Override
        public Optional<String> truth(FerFace face) {
            return FERPLUS.truth(face)
                    .filter(label -> !NEITHER.contains(label))
                    .map(label -> label.equals("happiness") ? "positive" : "negative");
        }
    };

    private static final List<String> SEVEN = LabelSet.SEVEN.labels();
    private static final List<String> NEITHER = List.of("neutral", "surprise");

    /// What it tells apart.
    public abstract LabelSet labels();

    /// As typed and as the head is named.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException when there is none, naming all
    public static LabelSource of(String word) {
        return Arrays.stream(values())
                .filter(source -> source.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "no label source "
                                        + word
                                        + "; there are "
                                        + Arrays.stream(values())
                                                .map(LabelSource::word)
                                                .collect(Collectors.joining(", "))));
    }

    /// What a head shall answer: shares of its labels, summing to 1; empty when the face teaches it
    /// nothing.
    public abstract Optional<float[]> target(FerFace face);

    /// The one right label; empty when the face is not to be scored.
    public abstract Optional<String> truth(FerFace face);

    private static float[] only(List<String> labels, String label) {
        float[] shares = new float[labels.size()];
        shares[labels.indexOf(label)] = 1;
        return shares;
    }

    // The four come first in the eight, in the same order.
    private static float[] firstFour(float[] eight) {
        float[] four = Arrays.copyOf(eight, LabelSet.FOUR.size());
        float sum = 0;
        for (float share : four) {
            sum += share;
        }
        for (int i = 0; i < four.length; i++) {
            four[i] /= sum;
        }
        return four;
    }
}
