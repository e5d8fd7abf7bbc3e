package org.classbarometer.training.torch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.Map;
import org.classbarometer.training.data.Batch;
import org.classbarometer.training.net.Anatomy;
import org.classbarometer.training.net.Head;
import org.classbarometer.training.net.Network;
import org.classbarometer.training.torch.TorchLayers.Pass;

/// A network that learns: its weights, their moving average (Polyak and Juditsky 1992), which is what
/// is validated and shipped, and the optimiser. Owns native memory; one thread.
public final class Learner implements AutoCloseable {
    static final String ENGINE = "PyTorch";

    private final Network network;
    private final NDManager manager;
    private final Memory memory;

    private Learner(Network network, Teaching teaching) {
        this.network = network;
        this.manager = NDManager.newBaseManager(null, ENGINE);
        this.memory = new Memory(manager, Anatomy.of(network).parameters(), teaching.adam());
    }

    /// What does not change during a run.
    ///
    /// @param adam AdamW instead of SGD with momentum
    public record Teaching(boolean adam) {}

    /// How one step goes.
    ///
    /// @param rate learning rate
    /// @param decay weight decay
    /// @param averaging share of the old in the moving average, in [0, 1)
    /// @param adjustments added to the outputs before the loss: logit adjustment (Menon et al. 2020)
    public record Step(float rate, float decay, float averaging, float[] adjustments) {}

    /// Everything that makes a run go on as if it had not stopped.
    ///
    /// @param weights by name
    /// @param average by name
    /// @param optimiser by its own names
    public record State(
            Map<String, float[]> weights,
            Map<String, float[]> average,
            Map<String, float[]> optimiser,
            long steps) {}

    /// Begins with random weights.
    public static Learner start(Network network, Teaching teaching, long seed) {
        return start(network, teaching, seed, Map.of());
    }

    /// Begins with these weights, and random ones for all that is not among them.
    ///
    /// @param known by name; of the sizes of the network
    public static Learner start(
            Network network, Teaching teaching, long seed, Map<String, float[]> known) {
        Learner learner = new Learner(network, teaching);
        try {
            learner.memory.start(seed, known);
            learner.reseed(seed);
        } catch (RuntimeException unfit) {
            learner.close();
            throw unfit;
        }
        return learner;
    }

    /// Goes on where another left off.
    ///
    /// @throws IllegalArgumentException when the state is of another network
    public static Learner resume(Network network, Teaching teaching, State state) {
        Learner learner = new Learner(network, teaching);
        try {
            learner.memory.restore(state);
        } catch (RuntimeException unfit) {
            learner.close();
            throw unfit;
        }
        return learner;
    }

    public State state() {
        return memory.state();
    }

    public Network network() {
        return network;
    }

    /// Sets the state of PyTorch's own generator, which dropout draws from; called at the start of
    /// each epoch, so that a resumed run draws the same.
    public void reseed(long seed) {
        manager.getEngine().setRandomSeed(Math.floorMod(seed, Integer.MAX_VALUE));
    }

    /// Learns from one batch.
    ///
    /// @return the loss: the mean cross-entropy, summed over the heads
    /// @throws IllegalStateException when the loss is no number any more
    public float learn(Batch batch, Step step) {
        try (NDManager scope = manager.newSubManager()) {
            float loss;
            try (GradientCollector gradients = engine().newGradientCollector()) {
                NDArray faces = faces(scope, batch.faces(), batch.count(), batch.side());
                NDArray targets =
                        scope.create(batch.targets(), new Shape(batch.count(), network.outputs()));
                NDArray outputs =
                        new TorchNetwork(network, memory.weights(), Pass.LEARN).outputs(faces);
                NDArray adjusted = outputs.add(scope.create(step.adjustments()));
                NDArray sum = loss(adjusted, targets).div(batch.count());
                gradients.backward(sum);
                loss = sum.getFloat();
            }
            if (!Float.isFinite(loss)) {
                throw new IllegalStateException(
                        "the loss is " + loss + " after step " + memory.steps());
            }
            memory.learn(step.rate(), step.decay(), step.averaging(), scope);
            return loss;
        }
    }

    /// Brings weights without batch normalisation of their own to where they can go on learning: each
    /// normalisation takes these faces' mean and variance, and the network says what it said.
    public void settle(Batch batch) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray faces = faces(scope, batch.faces(), batch.count(), batch.side());
            new TorchNetwork(network, memory.weights(), Pass.SETTLE).outputs(faces);
            memory.average().setAll(memory.weights().values());
        }
    }

    private NDArray loss(NDArray outputs, NDArray targets) {
        NDArray sum = outputs.getManager().create(0f);
        for (Head head : network.heads()) {
            String columns = ":, " + head.offset() + ":" + head.end();
            sum = sum.sub(outputs.get(columns).logSoftmax(1).mul(targets.get(columns)).sum());
        }
        return sum;
    }

    /// The outputs of the averaged weights.
    ///
    /// @param faces [count, 1, side, side], grey 0..255
    /// @return [count][outputs]
    public float[][] outputs(float[] faces, int count, int side) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray in = faces(scope, faces, count, side);
            float[] flat =
                    new TorchNetwork(network, memory.average(), Pass.ANSWER)
                            .outputs(in)
                            .toFloatArray();
            float[][] rows = new float[count][];
            for (int i = 0; i < count; i++) {
                rows[i] =
                        Arrays.copyOfRange(
                                flat, i * network.outputs(), (i + 1) * network.outputs());
            }
            return rows;
        }
    }

    /// How an answer is explained from the gradient of an output with respect to the last feature map.
    /// After a mean over the cells the two are the same, but for a factor.
    public enum Explanation {
        /// Each channel weighed by the mean of its gradient (Selvaraju et al. 2016), before the
        /// negative parts are cut off.
        GRAD_CAM,
        /// Each cell weighed by its own gradient (Draelos and Carin 2020).
        HI_RES_CAM
    }

    /// Which cells of the last feature map made an output what it is, for one face.
    ///
    /// @param face [1, 1, side, side], grey 0..255
    /// @return cells row by row
    public float[] explain(float[] face, int output, Explanation explanation) {
        TorchNetwork net = new TorchNetwork(network, memory.average(), Pass.ANSWER);
        try (NDManager scope = manager.newSubManager()) {
            NDArray map = net.features(faces(scope, face, 1, network.side())).duplicate();
            map.setRequiresGradient(true);
            try (GradientCollector gradients = engine().newGradientCollector()) {
                gradients.backward(net.head(map).get(":, " + output).sum());
            }
            NDArray gradient = map.getGradient();
            gradient.attach(scope);
            map.setRequiresGradient(false);
            NDArray pull =
                    switch (explanation) {
                        case GRAD_CAM ->
                                gradient.getNDArrayInternal()
                                        .globalAvgPool()
                                        .reshape(1, map.getShape().get(1), 1, 1);
                        case HI_RES_CAM -> gradient;
                    };
            return pull.mul(map).sum(new int[] {1}).toFloatArray();
        }
    }

    private Engine engine() {
        return manager.getEngine();
    }

    private static NDArray faces(NDManager scope, float[] grey, int count, int side) {
        return scope.create(grey, new Shape(count, 1, side, side));
    }

    @Override
    public void close() {
        manager.close();
    }
}
