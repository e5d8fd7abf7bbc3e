package org.classbarometer.training.net.family;

import static org.classbarometer.training.net.Layer.batchNorm;
import static org.classbarometer.training.net.Layer.conv;
import static org.classbarometer.training.net.Layer.maxPool;
import static org.classbarometer.training.net.Layer.sequence;

import org.classbarometer.training.net.Activation;
import org.classbarometer.training.net.Layer;

/// The classroom-state network (angry, neutral, engaged, bored): 48x48 colour pictures, convolutions of
/// 4x4 with batch normalisation and leaky ReLU, two dense layers with dropout. Cameras of this program
/// give grey faces, so the one channel comes thrice. The numbers of filters and units, the slope and the
/// dropout are our choice.
public final class ClassroomState implements Architecture {
    @Override
    public String name() {
        return "classroom-state";
    }

    @Override
    public Layer features() {
        return sequence(
                new Layer.Scale(1 / 255f, 0),
                new Layer.GreyToRgb(),
                block(32),
                maxPool(2),
                block(64),
                maxPool(2),
                block(128),
                maxPool(2));
    }

    @Override
    public Layer.Sequence head(int outputs) {
        return sequence(
                new Layer.Flatten(),
                new Layer.Dense(256),
                leaky(),
                new Layer.Dropout(0.5f),
                new Layer.Dense(128),
                leaky(),
                new Layer.Dropout(0.5f),
                new Layer.Dense(outputs));
    }

    private static Layer block(int filters) {
        return sequence(conv(filters, 4, 1), batchNorm(), leaky());
    }

    private static Layer leaky() {
        return new Layer.Activate(new Activation.LeakyRelu(0.1f));
    }
}
