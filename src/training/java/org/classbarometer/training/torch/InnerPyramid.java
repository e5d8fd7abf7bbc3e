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

/// A pyramid that learns in this process. Owns native memory; one thread.
final class InnerPyramid implements PyramidLearner {
    private final PyramidNetwork pyramid;
    private final NDManager manager;
    private final Memory memory;

    private InnerPyramid(PyramidNetwork pyramid) {
        this.pyramid = pyramid;
        this.manager = NDManager.newBaseManager(null, Learner.ENGINE);
        this.memory = new Memory(manager, pyramid.parameters(), true);
    }

    /// Begins with random weights.
    ///
    /// @param known taken instead of random ones, by name
    static InnerPyramid start(PyramidNetwork pyramid, long seed, Map<String, float[]> known) {
        InnerPyramid learner = new InnerPyramid(pyramid);
        learner.memory.start(seed, known);
        return learner;
    }

    /// Goes on where another left off.
    ///
    /// @throws IllegalArgumentException when the state is of another network
    static InnerPyramid resume(PyramidNetwork pyramid, Learner.State state) {
        InnerPyramid learner = new InnerPyramid(pyramid);
        try {
            learner.memory.restore(state);
        } catch (RuntimeException unfit) {
            learner.close();
            throw unfit;
        }
        return learner;
    }

    @Override
    public Learner.State state() {
        return memory.state();
    }

    @Override
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

    @Override
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
