package org.classbarometer.training.torch;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.classbarometer.training.net.PyramidNetwork;

/// A pyramid that learns: in this process, or in another one. Close it; one thread.
public interface PyramidLearner extends AutoCloseable {
    /// Says what the outputs should have been.
    @FunctionalInterface
    interface Teacher {
        /// @param outputs one array a level, each [count, channels, height, width]
        Verdict judge(List<float[]> outputs);
    }

    /// @param loss what is to become small
    /// @param gradients of the loss by each output, as the outputs
    record Verdict(float loss, List<float[]> gradients) {}

    /// How one step goes: as [Learner.Step].
    record Step(float rate, float decay, float averaging) {}

    /// What a level of the averaged weights says of one picture.
    ///
    /// @param values [channels, height, width]
    record LevelAnswer(float[] values, int channels, int height, int width) {}

    /// Begins with random weights.
    ///
    /// @param known taken instead of random ones, by name
    static PyramidLearner start(PyramidNetwork pyramid, long seed, Map<String, float[]> known) {
        return InnerPyramid.start(pyramid, seed, known);
    }

    /// Goes on where another left off.
    ///
    /// @throws IllegalArgumentException when the state is of another network
    static PyramidLearner resume(PyramidNetwork pyramid, Learner.State state) {
        return InnerPyramid.resume(pyramid, state);
    }

    /// Goes on where another left off, or begins.
    ///
    /// @param known taken instead of random ones at the beginning, by name
    /// @param outside command that starts the program which learns; empty to learn in this process
    /// @throws IOException when that program cannot be started
    static PyramidLearner goOn(
            PyramidNetwork pyramid,
            Optional<Learner.State> before,
            long seed,
            Map<String, float[]> known,
            List<String> outside)
            throws IOException {
        PyramidLearner inside =
                before.isPresent() ? resume(pyramid, before.get()) : start(pyramid, seed, known);
        if (outside.isEmpty()) {
            return inside;
        }
        try (inside) {
            return OuterPyramid.resume(outside, pyramid, inside.state());
        }
    }

    Learner.State state();

    /// Learns from one batch.
    ///
    /// @param pictures [count, 1, side, side], grey 0..255
    /// @return the loss
    /// @throws IllegalStateException when the loss is no number any more
    float learn(float[] pictures, int count, int side, Step step, Teacher teacher);

    /// @param picture grey 0..255, row by row; width and height divisible by the coarsest stride
    /// @return one a level
    List<LevelAnswer> outputs(float[] picture, int width, int height);

    @Override
    void close();
}
