package org.classbarometer.training.run;

import java.util.List;

/// What one epoch came to.
///
/// @param number from 1
/// @param loss mean of the training loss, summed over the heads
/// @param rate learning rate at its end
/// @param side of the pictures
/// @param scores of the averaged weights on the validation faces, one per head
/// @param seconds of the run so far
/// @param perSecond images per second while it learned
public record Epoch(
        int number,
        double loss,
        double rate,
        int side,
        List<HeadScore> scores,
        double seconds,
        double perSecond) {
    public Epoch {
        scores = List.copyOf(scores);
    }

    /// What is to become larger.
    double merit() {
        return scores.stream().mapToDouble(HeadScore::merit).average().orElse(0);
    }
}
