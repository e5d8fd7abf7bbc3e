package org.classbarometer.mood;

import java.util.Arrays;
import java.util.Optional;
import org.classbarometer.expression.LabelSet;

/// The one fold: adds frames, buckets or spans of them up to the mood of a longer span. Every reading
/// weighs the same, so a frame or a bucket with many faces weighs more. Not thread-safe.
public final class MoodSum {
    private final LabelSet labels;
    // Summed over steps: certain readings per label, probabilities, faces, readings, certain
    // readings.
    private final double[] counts;
    private final double[] probabilities;
    private double faces;
    private double readings;
    private double read;
    private int known;
    private int suppressed;
    private int missing;

    /// @param labels of all that will be added: labels of different sets cannot be added up
    public MoodSum(LabelSet labels) {
        this.labels = labels;
        counts = new double[labels.size()];
        probabilities = new double[labels.size()];
    }

    public LabelSet labels() {
        return labels;
    }

    /// A frame.
    public void add(Mood frame) {
        require(frame.labels());
        double[] certain = Arrays.stream(frame.counts()).asDoubleStream().toArray();
        int all = frame.read() + frame.uncertain();
        add(certain, 1, frame.meanProbabilities(), frame.faces(), all, frame.read());
        known++;
    }

    /// A bucket as it is stored; suppressed ones are counted and add nothing else.
    public void add(Bucket bucket) {
        Optional<BucketMood> published = bucket.mood();
        if (published.isEmpty()) {
            suppressed++;
            return;
        }
        BucketMood mood = published.get();
        double[] untold = new double[labels.size()];
        add(mood.shares(), mood.people(), untold, mood.faces(), mood.faces(), mood.people());
        known++;
    }

    /// A step without a bucket.
    public void addMissing() {
        missing++;
    }

    /// What another span holds, step by step.
    public void add(SpanMood span) {
        require(span.labels());
        double steps = span.known();
        add(
                span.shares(),
                span.read() * steps,
                span.probabilities(),
                span.faces() * steps,
                span.readings() * steps,
                span.read() * steps);
        known += span.known();
        suppressed += span.suppressed();
        missing += span.missing();
    }

    private void require(LabelSet other) {
        if (!labels.equals(other)) {
            throw new IllegalArgumentException(
                    "Moods in " + other.name() + " do not add up with " + labels.name());
        }
    }

    private void add(
            double[] shares,
            double weight,
            double[] moreProbabilities,
            double moreFaces,
            double moreReadings,
            double moreRead) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += shares[i] * weight;
            probabilities[i] += moreProbabilities[i] * moreReadings;
        }
        faces += moreFaces;
        readings += moreReadings;
        read += moreRead;
    }

    /// Certainly read faces, summed over the steps: what the span weighs beside another.
    public double weight() {
        return read;
    }

    /// The mood of all that was added.
    public SpanMood mood() {
        double steps = Math.max(1, known);
        return new SpanMood(
                labels,
                Arrays.stream(counts).map(count -> read > 0 ? count / read : 0).toArray(),
                Arrays.stream(probabilities)
                        .map(sum -> readings > 0 ? sum / readings : 0)
                        .toArray(),
                faces / steps,
                readings / steps,
                read / steps,
                known,
                suppressed,
                missing);
    }
}
