package org.classbarometer.training.net.family;

import static org.classbarometer.training.net.Layer.batchNorm;
import static org.classbarometer.training.net.Layer.conv;
import static org.classbarometer.training.net.Layer.identity;
import static org.classbarometer.training.net.Layer.maxPool;
import static org.classbarometer.training.net.Layer.meanPool;
import static org.classbarometer.training.net.Layer.relu;
import static org.classbarometer.training.net.Layer.sequence;

import java.util.ArrayList;
import java.util.List;
import org.classbarometer.training.net.Activation;
import org.classbarometer.training.net.Layer;

/// Our own network: residual blocks (He et al. 2015) with squeeze and excitation (Hu et al. 2017),
/// shrinking with a mean before the shortcut's convolution (He et al. 2018, "Bag of Tricks").
///
/// It is built for a CPU. At 48x48 cells reading and writing memory costs more than multiplying, so
/// one thin convolution works there; the multiplications sit at 12x12 and 6x6 cells, where they are
/// cheapest to do and the picture's parts are big enough to tell mouths from eyes.
///
/// The deeper one ends in more blocks of the last size. A block begins as nothing, so that the deeper
/// network can begin where a run of the other ended (Chen et al. 2015, "Net2Net").
public final class CompactResidual implements Architecture {
    private final String name;
    private final int deeper;

    private CompactResidual(String name, int deeper) {
        this.name = name;
        this.deeper = deeper;
    }

    public static CompactResidual usual() {
        return new CompactResidual("compact", 0);
    }

    /// Two more blocks at the end.
    public static CompactResidual deep() {
        return new CompactResidual("compact-deep", 2);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Layer features() {
        List<Layer> layers =
                new ArrayList<>(
                        List.of(
                                new Layer.Standardise(10),
                                conv(32, 3, 1),
                                batchNorm(),
                                relu(),
                                maxPool(2),
                                block(32, 48, 1),
                                block(48, 112, 2),
                                block(112, 112, 1),
                                block(112, 224, 2),
                                block(224, 224, 1)));
        for (int i = 0; i < deeper; i++) {
            layers.add(block(224, 224, 1));
        }
        return new Layer.Sequence(layers);
    }

    private static Layer block(int in, int out, int stride) {
        Layer branch =
                sequence(
                        conv(out, 3, stride),
                        batchNorm(),
                        relu(),
                        conv(out, 3, 1),
                        new Layer.BatchNorm(Layer.BatchNorm.EPSILON, true),
                        new Layer.SqueezeExcite(out / 8, Activation.relu()));
        return sequence(new Layer.Residual(branch, shortcut(in, out, stride)), relu());
    }

    private static Layer shortcut(int in, int out, int stride) {
        if (stride > 1) {
            return sequence(meanPool(stride), conv(out, 1, 1), batchNorm());
        }
        return in == out ? identity() : sequence(conv(out, 1, 1), batchNorm());
    }

    @Override
    public Layer.Sequence head(int outputs) {
        return sequence(new Layer.GlobalMean(), new Layer.Dropout(0.2f), new Layer.Dense(outputs));
    }
}
