package org.classbarometer.monitor;

import java.util.Optional;
import org.classbarometer.expression.LabelSet;
import org.jspecify.annotations.Nullable;

/// Adds up the moods of single frames to the mood of a span. Every reading weighs the same, so a
/// frame with many faces weighs more. Not thread-safe.
public final class MoodSum {
    private @Nullable LabelSet labels;
    private int[] counts = new int[0];
    private double[] probabilities = new double[0];
    private long frames;
    private int faces;
    private int read;
    private int uncertain;

    /// @param mood of one frame; moods in another label set than before start the sum anew, since
    ///     labels of different sets cannot be added
    public void add(Mood mood) {
        include(mood, 1);
    }

    /// Adds what another sum holds.
    public void add(MoodSum other) {
        other.mood().ifPresent(mood -> include(mood, other.frames));
    }

    private void include(Mood mood, long moreFrames) {
        if (!mood.labels().equals(labels)) {
            labels = mood.labels();
            counts = new int[mood.labels().size()];
            probabilities = new double[mood.labels().size()];
            frames = 0;
            faces = 0;
            read = 0;
            uncertain = 0;
        }
        int readings = mood.read() + mood.uncertain();
        for (int i = 0; i < counts.length; i++) {
            counts[i] += mood.counts()[i];
            probabilities[i] += mood.meanProbabilities()[i] * readings;
        }
        frames += moreFrames;
        faces += mood.faces();
        read += mood.read();
        uncertain += mood.uncertain();
    }

    /// Frames added.
    public long frames() {
        return frames;
    }

    /// The mood of all that was added; counts are of readings, not of people. Empty before the first.
    public Optional<Mood> mood() {
        if (labels == null) {
            return Optional.empty();
        }
        double[] mean = probabilities.clone();
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= Math.max(1, read + uncertain);
        }
        return Optional.of(new Mood(labels, counts.clone(), mean, faces, read, uncertain));
    }
}
