package org.classbarometer.training.net.family;

import static org.classbarometer.training.net.Layer.convWithBias;
import static org.classbarometer.training.net.Layer.maxPool;
import static org.classbarometer.training.net.Layer.relu;
import static org.classbarometer.training.net.Layer.sequence;

import org.classbarometer.training.net.Layer;

/// "CNN model 1" of the studies on four classroom moods: convolutions of 64, 32 and 32 filters with
/// pooling and dropout 0.2, then dense layers of 512 and 64. Their kernels are not known to us; 3x3 is
/// our choice.
public final class CnnModel1 implements Architecture {
    @Override
    public String name() {
        return "cnn-1";
    }

    @Override
    public Layer features() {
        return sequence(new Layer.Scale(1 / 255f, 0), block(64), block(32), block(32));
    }

    @Override
    public Layer.Sequence head(int outputs) {
        return sequence(
                new Layer.Flatten(),
                new Layer.Dense(512),
                relu(),
                new Layer.Dense(64),
                relu(),
                new Layer.Dense(outputs));
    }

    private static Layer block(int filters) {
        return sequence(convWithBias(filters, 3, 1), relu(), maxPool(2), new Layer.Dropout(0.2f));
    }
}
