package org.classbarometer.cli;

import java.util.Optional;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.monitor.Mood;
import org.classbarometer.session.BucketMood;

/// Adds up buckets as they were kept, each with the people it speaks of. Thread-safe.
final class KeptMood {
    private final LabelSet labels;
    private final double[] counts;
    private final double[] probabilities;
    private int faces;
    private int uncertain;

    KeptMood(LabelSet labels) {
        this.labels = labels;
        counts = new double[labels.size()];
        probabilities = new double[labels.size()];
    }

    synchronized void add(BucketMood bucket) {
        int certain = Math.max(0, bucket.faces() - bucket.uncertain());
        for (int i = 0; i < counts.length; i++) {
            counts[i] += bucket.shares()[i] * certain;
            probabilities[i] += bucket.probabilities()[i] * bucket.faces();
        }
        faces += bucket.faces();
        uncertain += bucket.uncertain();
    }

    /// Faces are summed over buckets; empty while there is none.
    synchronized Optional<Mood> mood() {
        if (faces == 0) {
            return Optional.empty();
        }
        int[] whole = new int[counts.length];
        double[] mean = new double[counts.length];
        int read = 0;
        for (int i = 0; i < whole.length; i++) {
            whole[i] = (int) Math.round(counts[i]);
            mean[i] = probabilities[i] / faces;
            read += whole[i];
        }
        return Optional.of(new Mood(labels, whole, mean, faces, read, uncertain));
    }
}
