package org.classbarometer.training.compare;

import java.util.List;
import org.classbarometer.training.run.HeadScore;
import org.classbarometer.training.run.LoggedEpoch;
import org.classbarometer.training.run.Recipe;

/// A network of a comparison after its training.
///
/// @param name of its run
/// @param faces it was shown in each epoch
/// @param parameters that training changes
/// @param multiplyAdds of one face's way through it
/// @param file it becomes when exported
/// @param scores on the validation faces, one per head
/// @param history its epochs
public record Contender(
        String name,
        Recipe recipe,
        int faces,
        long parameters,
        long multiplyAdds,
        ModelFile file,
        List<HeadScore> scores,
        List<LoggedEpoch> history) {
    /// An exported network.
    ///
    /// @param bytes size
    /// @param medianNanos one face on one thread, by the wall clock
    public record ModelFile(long bytes, long medianNanos) {}

    public Contender {
        scores = List.copyOf(scores);
        history = List.copyOf(history);
    }

    /// The head the comparison is about.
    public HeadScore main() {
        return scores.getFirst();
    }

    /// Seconds spent training.
    public double seconds() {
        return history.isEmpty() ? 0 : history.getLast().seconds();
    }
}
