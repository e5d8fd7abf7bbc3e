package org.classbarometer.evaluate.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.classbarometer.evaluate.data.DataSet;

/// What the people who labelled the faces thought of them: how often one of them agrees with their
/// majority, and how the model does where they agreed and where they did not.
///
/// @param agreement share of the votes within the label set that are for what the majority saw, mean
///     over the faces, in [0, 1]: how often one rater, picked at random, agrees. Each rater is also part
///     of the majority, which favours the rater
/// @param bands faces by that share, the least agreed on first; none without faces
public record Raters(double agreement, List<Band> bands) {
    /// Lower ends of the bands. The first is wide: of shares that count single votes as well, few lie
    /// below a half.
    private static final List<Double> FROM = List.of(0.0, 0.6, 0.7, 0.8, 0.9);

    public Raters {
        bands = List.copyOf(bands);
    }

    /// Faces that the raters agreed on about equally.
    ///
    /// @param from share of the votes for what the majority saw, included
    /// @param to not included, unless it is 1
    /// @param faces in the band, above 0
    /// @param accuracy of the model there, in [0, 1]
    public record Band(double from, double to, int faces, double accuracy) {}

    /// @return empty when the truth is not made of votes
    static Optional<Raters> of(Scored scored, String truth) {
        if (!truth.equals(DataSet.FER_PLUS) || scored.size() == 0) {
            return Optional.empty();
        }
        double[] shares = new double[scored.size()];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = share(scored, i);
            sum += shares[i];
        }
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i < FROM.size(); i++) {
            double to = i + 1 < FROM.size() ? FROM.get(i + 1) : 1;
            band(scored, shares, FROM.get(i), to).ifPresent(bands::add);
        }
        return Optional.of(new Raters(sum / shares.length, bands));
    }

    private static double share(Scored scored, int item) {
        int all = 0;
        int same = 0;
        for (Map.Entry<String, Integer> vote : scored.face(item).face().votes().entrySet()) {
            OptionalInt index = scored.index(vote.getKey());
            if (index.isPresent()) {
                all += vote.getValue();
                same += index.getAsInt() == scored.shown(item) ? vote.getValue() : 0;
            }
        }
        return (double) same / all;
    }

    private static Optional<Band> band(Scored scored, double[] shares, double from, double to) {
        int faces = 0;
        int right = 0;
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] >= from && (shares[i] < to || to == 1)) {
                faces++;
                right += scored.right(i) ? 1 : 0;
            }
        }
        return faces == 0
                ? Optional.empty()
                : Optional.of(new Band(from, to, faces, (double) right / faces));
    }
}
