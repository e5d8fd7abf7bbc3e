package org.classbarometer.training.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.classbarometer.training.net.PyramidNetwork;
import org.classbarometer.training.torch.TorchLayers.Pass;

/// A pyramid that learns. Owns native memory; one thread.
public final class PyramidLearner implements AutoCloseable {
    private final PyramidNetwork pyramid;
    private final NDManager manager;
    private final Memory memory;

    private PyramidLearner(PyramidNetwork pyramid) {
        this.pyramid = pyramid;
        this.manager = NDManager.newBaseManager(null, Learner.ENGINE);
        this.memory = new Memory(manager, pyramid.parameters(), true);
    }

    /// Says what the outputs should have been.
    @FunctionalInterface
    public interface Teacher {
        /// @param outputs one array a level, each [count, channels, height, width]
        Verdict judge(List<float[]> outputs);
    }

    /// @param loss what is to become small
    /// @param gradients of the loss by each output, as the outputs
    public record Verdict(float loss, List<float[]> gradients) {}

    /// How one step goes: as [Learner.Step].
    public record Step(float rate, float decay, float averaging) {}

    /// Begins with random weights.
    ///
    /// @param known taken instead of random ones, by name
    public static PyramidLearner start(
            PyramidNetwork pyramid, long seed, Map<String, float[]> known) {
        PyramidLearner learner = new PyramidLearner(pyramid);
        learner.memory.start(seed, known);
        return learner;
    }

    /// Goes on where another left off.
    ///
    /// @throws IllegalArgumentException when the state is of another network
    public static PyramidLearner resume(PyramidNetwork pyramid, Learner.State state) {
        PyramidLearner learner = new PyramidLearner(pyramid);
        try {
            learner.memory.restore(state);
        } catch (RuntimeException unfit) {
            learner.close();
            throw unfit;
        }
        return learner;
    }

    public Learner.State state() {
        return memory.state();
    }

    /// Learns from one batch.
    ///
    /// @param pictures [count, 1, side, side], grey 0..255
    /// @return the loss
    /// @throws IllegalStateException when the loss is no number any more
    public float learn(float[] pictures, int count, int side, Step step, Teacher teacher) {
        try (NDManager scope = manager.newSubManager()) {
            Verdict verdict;
            try (GradientCollector gradients = manager.getEngine().newGradientCollector()) {
                NDArray in = scope.create(pictures, new Shape(count, 1, side, side));
                List<NDArray> outputs =
                        new TorchPyramid(pyramid, memory.weights(), Pass.LEARN).outputs(in);
                verdict = teacher.judge(outputs.stream().map(NDArray::toFloatArray).toList());
                if (!Float.isFinite(verdict.loss())) {
                    throw new IllegalStateException(
                            "the loss is " + verdict.loss() + " after step " + memory.steps());
                }
                gradients.backward(pulled(outputs, verdict, scope));
            }
            memory.learn(step.rate(), step.decay(), step.averaging(), scope);
            return verdict.loss();
        }
    }

    // Not the loss, but it has the loss's gradient.
    private static NDArray pulled(List<NDArray> outputs, Verdict verdict, NDManager scope) {
        NDArray sum = scope.create(0f);
        for (int i = 0; i < outputs.size(); i++) {
            NDArray output = outputs.get(i);
            NDArray pull = scope.create(verdict.gradients().get(i), output.getShape());
            sum = sum.add(output.mul(pull).sum());
        }
        return sum;
    }

    /// What a level of the averaged weights says of one picture.
    ///
    /// @param values [channels, height, width]
    public record LevelAnswer(float[] values, int channels, int height, int width) {}

    /// @param picture grey 0..255, row by row; width and height divisible by the coarsest stride
    /// @return one a level
    public List<LevelAnswer> outputs(float[] picture, int width, int height) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray in = scope.create(picture, new Shape(1, 1, height, width));
            NDList outputs =
                    new NDList(
                            new TorchPyramid(pyramid, memory.average(), Pass.ANSWER).outputs(in));
            List<LevelAnswer> maps = new ArrayList<>();
            for (NDArray output : outputs) {
                Shape shape = output.getShape();
                maps.add(
                        new LevelAnswer(
                                output.toFloatArray(),
                                Math.toIntExact(shape.get(1)),
                                Math.toIntExact(shape.get(2)),
                                Math.toIntExact(shape.get(3))));
            }
            return maps;
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
