package org.classbarometer.mood;

import java.util.List;
import java.util.Optional;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.expression.Reading;

/// The mood of the room in one frame: an aggregate of readings, never one person's. For more than one
/// frame there is [SpanMood].
///
/// @param labels the label set the readings were in
/// @param counts readings per label that were not uncertain
/// @param meanProbabilities mean over all readings, uncertain ones included, of each label's probability
///     among everything the model tells apart; what they lack to 1 is what the label set leaves out;
///     zeros when there is no reading
/// @param faces faces seen
/// @param read faces with a certain reading: the sum of `counts`
/// @param uncertain faces with an uncertain reading
public record Mood(
        LabelSet labels,
        int[] counts,
        double[] meanProbabilities,
        int faces,
        int read,
        int uncertain) {
    /// Aggregates the faces of one frame.
    ///
    /// @param faces the reading of each; empty for a face that has none yet
    public static Mood of(LabelSet labels, List<Optional<Reading>> faces) {
        int[] counts = new int[labels.size()];
        double[] mean = new double[labels.size()];
        int read = 0;
        int uncertain = 0;
        for (Optional<Reading> reading : faces) {
            if (reading.isEmpty()) {
                continue;
            }
            float[] probabilities = reading.get().probabilities();
            for (int i = 0; i < mean.length; i++) {
                mean[i] += probabilities[i] * (1 - reading.get().outside());
            }
            if (reading.get().uncertain()) {
                uncertain++;
            } else {
                counts[reading.get().best()]++;
                read++;
            }
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= Math.max(1, read + uncertain);
        }
        return new Mood(labels, counts, mean, faces.size(), read, uncertain);
    }
}
