package org.classbarometer.evaluate.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// How often each class was read as which, and the figures that follow from it. Immutable.
///
/// A class that was never shown has no recall; means over classes leave it out, as scikit-learn's
/// `balanced_accuracy_score` does. A precision without any reading, and an F1 without any hit, is 0.
public final class ConfusionMatrix {
    private final List<String> labels;
    private final int[][] counts;

    private ConfusionMatrix(List<String> labels, int[][] counts) {
        this.labels = List.copyOf(labels);
        this.counts = counts;
    }

    /// @param labels names of the classes
    /// @param shown true class of each face, index in `labels`
    /// @param read class read of each face, index in `labels`
    public static ConfusionMatrix of(List<String> labels, int[] shown, int[] read) {
        if (shown.length != read.length) {
            throw new IllegalArgumentException(shown.length + " shown, " + read.length + " read");
        }
        int[][] counts = new int[labels.size()][labels.size()];
        for (int i = 0; i < shown.length; i++) {
            counts[shown[i]][read[i]]++;
        }
        return new ConfusionMatrix(labels, counts);
    }

    public List<String> labels() {
        return labels;
    }

    /// How often a face showing one class was read as another.
    public int count(int shown, int read) {
        return counts[shown][read];
    }

    /// Faces showing a class.
    public int shown(int label) {
        return Arrays.stream(counts[label]).sum();
    }

    /// Faces read as a class.
    public int read(int label) {
        return Arrays.stream(counts).mapToInt(row -> row[label]).sum();
    }

    public int total() {
        return classes().map(this::shown).sum();
    }

    /// Share of the faces that were read right, in [0, 1]; NaN when there is none.
    public double accuracy() {
        return (double) classes().map(label -> counts[label][label]).sum() / total();
    }

    /// Share of a class's faces that were read right, in [0, 1]; NaN when it was never shown.
    public double recall(int label) {
        return (double) counts[label][label] / shown(label);
    }

    /// Share of the readings of a class that were right, in [0, 1].
    public double precision(int label) {
        int read = read(label);
        return read == 0 ? 0 : (double) counts[label][label] / read;
    }

    /// Harmonic mean of precision and recall, in [0, 1]; NaN when the class was never shown.
    public double f1(int label) {
        int shown = shown(label);
        return shown == 0 ? Double.NaN : 2.0 * counts[label][label] / (shown + read(label));
    }

    /// Mean recall over the classes shown, in [0, 1]; NaN when there is no face.
    public double balancedAccuracy() {
        return mean(shown(), this::recall);
    }

    /// Mean recall over the classes shown but one, whose readings stay wrong; in [0, 1]. For classes of
    /// so few faces that their recall says little, as contempt in FER+.
    public double balancedWithout(String label) {
        return mean(shown().filter(one -> !labels.get(one).equals(label)), this::recall);
    }

    /// Mean F1 over the classes shown, in [0, 1]; NaN when there is no face.
    public double macroF1() {
        return mean(shown(), this::f1);
    }

    private static double mean(IntStream labels, IntToDoubleFunction figure) {
        return labels.mapToDouble(figure).average().orElse(Double.NaN);
    }

    private IntStream shown() {
        return classes().filter(label -> shown(label) > 0);
    }

    private IntStream classes() {
        return IntStream.range(0, labels.size());
    }
}
