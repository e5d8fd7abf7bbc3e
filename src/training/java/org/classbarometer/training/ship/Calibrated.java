package org.classbarometer.training.ship;

import org.classbarometer.evaluate.metrics.Calibration;
import org.classbarometer.evaluate.metrics.Coverage;
import org.classbarometer.evaluate.metrics.Temperature;
import org.classbarometer.training.run.Score;

/// What makes a head's confidences true, found on validation faces.
///
/// @param temperature the logits are divided by it
/// @param uncertainBelow the confidence below which one reading in ten falls
/// @param error expected calibration error with it, in [0, 1]
/// @param all accuracy over all faces, in [0, 1]
/// @param certain coverage and accuracy of those that are not uncertain
public record Calibrated(
        double temperature,
        double uncertainBelow,
        double error,
        double all,
        Coverage.Point certain) {
    /// The share of faces that stay certain; with more, hardly any mistake would be caught, with
    /// less, a teacher would see too many faces without a label.
    static final double CERTAIN = 0.9;

    /// @throws IllegalArgumentException when there is no answer
    public static Calibrated on(Score.Answers answers) {
        double temperature = Temperature.fit(answers.logits(), answers.truth());
        int faces = answers.truth().length;
        double[] confidences = new double[faces];
        boolean[] right = new boolean[faces];
        for (int i = 0; i < faces; i++) {
            double[] shares = Temperature.probabilities(answers.logits()[i], temperature);
            int best = 0;
            for (int label = 1; label < shares.length; label++) {
                best = shares[label] > shares[best] ? label : best;
            }
            confidences[i] = shares[best];
            right[i] = best == answers.truth()[i];
        }
        Coverage coverage = Coverage.of(confidences, right);
        Coverage.Point point = coverage.keeping(CERTAIN);
        return new Calibrated(
                temperature,
                point.threshold(),
                Calibration.of(confidences, right).error(),
                coverage.at(0).accuracy(),
                point);
    }
}
