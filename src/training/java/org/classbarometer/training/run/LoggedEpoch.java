package org.classbarometer.training.run;

import java.util.List;

/// An epoch as the log of a run keeps it.
///
/// @param epoch from 1
/// @param loss mean of the training loss, summed over the heads
/// @param seconds of the run until then
/// @param lines one per head
public record LoggedEpoch(int epoch, double loss, double seconds, List<Line> lines) {
    /// How one head did on the validation faces.
    ///
    /// @param head its name
    /// @param loss mean negative log-likelihood of the truth, in nats
    /// @param accuracy in [0, 1]
    /// @param balanced as [HeadScore#balanced()]
    public record Line(String head, double loss, double accuracy, double balanced) {}

    public LoggedEpoch {
        lines = List.copyOf(lines);
    }
}
