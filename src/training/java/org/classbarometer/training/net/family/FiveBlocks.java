package org.classbarometer.training.net.family;

import static org.classbarometer.training.net.Layer.batchNorm;
import static org.classbarometer.training.net.Layer.conv;
import static org.classbarometer.training.net.Layer.maxPool;
import static org.classbarometer.training.net.Layer.sequence;

import org.classbarometer.training.net.Activation;
import org.classbarometer.training.net.Layer;

/// The "complex CNN" of five blocks from studies of attention in classrooms: 64, 128, 256, 512 and 128
/// filters of 2x2 with batch normalisation and LeakyReLU 0.1, then dense layers of 512, 128 and 64.
/// Pooling follows the first four blocks; a fifth would leave a map of one cell, which explains
/// nothing. The dropout of 0.3 between the dense layers is our choice.
public final class FiveBlocks implements Architecture {
    @Override
    public String name() {
        return "five-blocks";
    }

    @Override
    public Layer features() {
        return sequence(
                new Layer.Scale(1 / 255f, 0),
                block(64),
                maxPool(2),
                block(128),
                maxPool(2),
                block(256),
                maxPool(2),
                block(512),
                maxPool(2),
                block(128));
    }

    @Override
    public Layer.Sequence head(int outputs) {
        return sequence(
                new Layer.Flatten(),
                new Layer.Dense(512),
                leaky(),
                new Layer.Dropout(0.3f),
                new Layer.Dense(128),
                leaky(),
                new Layer.Dropout(0.3f),
                new Layer.Dense(64),
                leaky(),
                new Layer.Dense(outputs));
    }

    private static Layer block(int filters) {
        return sequence(conv(filters, 2, 1), batchNorm(), leaky());
    }

    private static Layer leaky() {
        return new Layer.Activate(new Activation.LeakyRelu(0.1f));
    }
}
