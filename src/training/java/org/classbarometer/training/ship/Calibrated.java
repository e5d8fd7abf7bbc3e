package org.classbarometer.training.ship;

import org.classbarometer.evaluate.metrics.Calibration;
import org.classbarometer.evaluate.metrics.Coverage;
import org.classbarometer.training.metrics.Temperature;
import org.classbarometer.training.run.HeadScore;

/// What makes a head's confidences true, found on validation faces.
///
/// @param temperature the logits are divided by it
/// @param uncertainBelow the confidence below which the readings are that are not certain
/// @param error expected calibration error with it, in [0, 1]
/// @param all accuracy over all faces, in [0, 1]
/// @param certain coverage and accuracy of those that are not uncertain
public record Calibrated(
        double temperature,
        double uncertainBelow,
        double error,
        double all,
        Coverage.Point certain) {
    /// @param certain share of the faces that are to stay certain, in (0, 1]
    /// @throws IllegalArgumentException when there is no answer
    public static Calibrated on(HeadScore.Answers answers, double certain) {
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
        Coverage.Point point = coverage.keeping(certain);
        return new Calibrated(
                temperature,
                point.threshold(),
                Calibration.of(confidences, right).error(),
                coverage.at(0).accuracy(),
                point);
    }
}
