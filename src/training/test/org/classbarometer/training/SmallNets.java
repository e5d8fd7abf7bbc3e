package org.classbarometer.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.training.net.Anatomy;
import org.classbarometer.training.net.Head;
import org.classbarometer.training.net.Layer;
import org.classbarometer.training.net.Network;
import org.classbarometer.training.net.Parameter;
import org.classbarometer.training.torch.Learner;

/// Networks that take no time, and faces and weights at random for them.
public final class SmallNets {
    public static final int SIDE = 16;

    private SmallNets() {}

    /// A few layers, a mean, one dense layer.
    public static Network plain(List<Head> heads) {
        return net(
                Layer.sequence(
                        new Layer.Standardise(10),
                        Layer.conv(6, 3, 1),
                        Layer.batchNorm(),
                        Layer.relu(),
                        Layer.maxPool(2),
                        new Layer.Residual(
                                Layer.sequence(Layer.conv(6, 3, 1), Layer.batchNorm()),
                                Layer.identity()),
                        Layer.relu()),
                heads);
    }

    /// Such features before a mean and one dense layer.
    public static Network net(Layer features, List<Head> heads) {
        int outputs = heads.stream().mapToInt(Head::size).sum();
        Layer.Sequence head =
                Layer.sequence(
                        new Layer.GlobalMean(), new Layer.Dropout(0.2f), new Layer.Dense(outputs));
        return new Network("small", SIDE, features, head, heads);
    }

    public static List<Head> twoHeads() {
        return List.of(
                new Head("ferplus", LabelSet.EIGHT, 0), new Head("fer2013", LabelSet.SEVEN, 8));
    }

    /// Grey values, one face after the other.
    public static float[] faces(int count, int side, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        float[] faces = new float[count * side * side];
        for (int i = 0; i < faces.length; i++) {
            faces[i] = random.nextInt(256);
        }
        return faces;
    }

    /// Every array at random, running means and variances too: nothing is what it starts as.
    public static Map<String, float[]> weights(Network network, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        Map<String, float[]> weights = new HashMap<>();
        for (Parameter parameter : Anatomy.of(network).parameters()) {
            double spread = Math.sqrt(1.0 / Math.max(1, parameter.inputs()));
            float[] values = new float[parameter.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] =
                        (float)
                                switch (parameter.start()) {
                                    case HE, LECUN -> spread * random.nextGaussian();
                                    case ZERO, RUNNING_MEAN -> 0.1 * random.nextGaussian();
                                    case ONE, RUNNING_VARIANCE -> 0.5 + random.nextDouble();
                                };
            }
            weights.put(parameter.name(), values);
        }
        return weights;
    }

    /// A trainer with these weights, which its average has too.
    public static Learner learner(Network network, Map<String, float[]> weights) {
        return Learner.resume(
                network,
                new Learner.Teaching(false),
                new Learner.State(weights, weights, Map.of(), 0));
    }
}
