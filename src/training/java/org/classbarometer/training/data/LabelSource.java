package org.classbarometer.training.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
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
        public Optional<float[]> target(TrainingFace face) {
            return face.votes().flatMap(FerVotes::distribution);
        }

        @Override
        public Optional<String> truth(TrainingFace face) {
            return face.votes().flatMap(FerVotes::majority);
        }
    },
    /// Both opinions of a FER2013 face: a mixture of the FER+ votes and FER2013's own label. Where
    /// nobody voted, the data set's own label.
    JOINED {
        @Override
        public LabelSet labels() {
            return LabelSet.EIGHT;
        }

        @Override
        public Optional<float[]> target(TrainingFace face) {
            return face.votes().isPresent()
                    ? FERPLUS.target(face).map(votes -> mixed(votes, own(face).map(this::only)))
                    : own(face).map(this::only);
        }

        @Override
        public Optional<String> truth(TrainingFace face) {
            return face.votes().isPresent() ? FERPLUS.truth(face) : own(face);
        }
    },
    /// FER2013's own label, one of seven.
    FER2013 {
        @Override
        public LabelSet labels() {
            return LabelSet.SEVEN;
        }
    },
    /// The data set's own label, one of eight expressions.
    EIGHT {
        @Override
        public LabelSet labels() {
            return LabelSet.EIGHT;
        }
    },
    /// The data set's own label, one of seven expressions.
    SEVEN {
        @Override
        public LabelSet labels() {
            return LabelSet.SEVEN;
        }
    },
    /// FER+ votes of faces most voters gave one of four expressions; where nobody voted, the data
    /// set's own label.
    FOUR {
        @Override
        public LabelSet labels() {
            return LabelSet.FOUR;
        }

        @Override
        public Optional<float[]> target(TrainingFace face) {
            return face.votes().isPresent()
                    ? truth(face).flatMap(_ -> FERPLUS.target(face)).map(LabelSource::firstFour)
                    : truth(face).map(this::only);
        }

        @Override
        public Optional<String> truth(TrainingFace face) {
            return face.votes().isPresent()
                    ? FERPLUS.truth(face).filter(LabelSet.FOUR.labels()::contains)
                    : own(face);
        }
    },
    /// Happiness against sadness, anger, disgust, fear and contempt, by the majority of the FER+
    /// votes or, where nobody voted, by the data set's own label; neutral and surprise are neither.
    TWO {
        @Override
        public LabelSet labels() {
            return LabelSet.TWO;
        }

        @Override
        public Optional<String> truth(TrainingFace face) {
            return face.votes().isPresent()
                    ? FERPLUS.truth(face).flatMap(LabelSource::pole)
                    : own(face).or(() -> EIGHT.own(face).flatMap(LabelSource::pole));
        }
    },
    /// The data set's own label, one of the four that classroom-state networks tell apart.
    ENGAGEMENT {
        @Override
        public LabelSet labels() {
            return CLASSROOM;
        }
    };

    /// What FER2013's own label weighs beside the votes. Two heads averaged 65 to 35 had read posed
    /// photographs better than either alone at little cost on FER+.
    private static final float OWN = 0.35f;

    private static final LabelSet CLASSROOM =
            new LabelSet("engagement", List.of("angry", "neutral", "engaged", "bored"));
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
    public Optional<float[]> target(TrainingFace face) {
        return truth(face).map(this::only);
    }

    /// The one right label; empty when the face is not to be scored.
    public Optional<String> truth(TrainingFace face) {
        return own(face);
    }

    /// The data set's own label, if it is one of the head's.
    Optional<String> own(TrainingFace face) {
        return Optional.of(face.label()).filter(labels().labels()::contains);
    }

    float[] only(String label) {
        float[] shares = new float[labels().size()];
        shares[labels().labels().indexOf(label)] = 1;
        return shares;
    }

    private static float[] mixed(float[] votes, Optional<float[]> own) {
        if (own.isEmpty()) {
            return votes;
        }
        float[] both = new float[votes.length];
        for (int i = 0; i < both.length; i++) {
            both[i] = (1 - OWN) * votes[i] + OWN * own.get()[i];
        }
        return both;
    }

    private static Optional<String> pole(String expression) {
        return Optional.of(expression)
                .filter(label -> !NEITHER.contains(label))
                .map(label -> label.equals("happiness") ? "positive" : "negative");
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
