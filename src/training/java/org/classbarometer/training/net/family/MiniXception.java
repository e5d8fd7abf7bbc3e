package org.classbarometer.training.net.family;

import static org.classbarometer.training.net.Layer.batchNorm;
import static org.classbarometer.training.net.Layer.conv;
import static org.classbarometer.training.net.Layer.convWithBias;
import static org.classbarometer.training.net.Layer.depthwise;
import static org.classbarometer.training.net.Layer.overlappingPool;
import static org.classbarometer.training.net.Layer.relu;
import static org.classbarometer.training.net.Layer.sequence;

import java.util.List;
import org.classbarometer.training.net.Head;
import org.classbarometer.training.net.Layer;
import org.classbarometer.training.net.Network;
import org.classbarometer.training.net.Padding;

/// Mini-Xception (Arriaga, Valdenegro-Toro and Plöger 2017, "Real-time Convolutional Neural Networks
/// for Emotion and Gender Classification"): two plain convolutions, four residual modules of
/// depthwise separable convolutions, a last convolution with one channel for each label, and their
/// mean. No dense layer: its last feature map is the class activation map.
public final class MiniXception implements Architecture {
    @Override
    public String name() {
        return "mini-xception";
    }

    // The last convolution needs the number of labels: network() adds it.
    @Override
    public Layer features() {
        return sequence(
                new Layer.Scale(2 / 255f, -1),
                new Layer.Conv(8, 3, 1, Padding.NONE, false),
                batchNorm(),
                relu(),
                new Layer.Conv(8, 3, 1, Padding.NONE, false),
                batchNorm(),
                relu(),
                module(16),
                module(32),
                module(64),
                module(128));
    }

    @Override
    public Layer.Sequence head(int outputs) {
        return sequence(new Layer.GlobalMean());
    }

    @Override
    public Network network(List<Head> heads) {
        int outputs = heads.stream().mapToInt(Head::size).sum();
        Layer features = sequence(features(), convWithBias(outputs, 3, 1));
        return new Network(name(), side(), features, head(outputs), heads);
    }

    private static Layer module(int filters) {
        Layer branch =
                sequence(
                        depthwise(3, 1),
                        conv(filters, 1, 1),
                        batchNorm(),
                        relu(),
                        depthwise(3, 1),
                        conv(filters, 1, 1),
                        batchNorm(),
                        overlappingPool());
        return new Layer.Residual(branch, sequence(conv(filters, 1, 2), batchNorm()));
    }
}
