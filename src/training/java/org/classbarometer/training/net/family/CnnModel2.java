package org.classbarometer.training.net.family;

import static org.classbarometer.training.net.Layer.convWithBias;
import static org.classbarometer.training.net.Layer.maxPool;
import static org.classbarometer.training.net.Layer.relu;
import static org.classbarometer.training.net.Layer.sequence;

import org.classbarometer.training.net.Layer;

/// "CNN model 2" of the studies on four classroom moods: convolutions of 256, 128, 64 and 32 filters of
/// 2x2, each with pooling. What follows is not known to us; dropout and dense layers are those of
/// [CnnModel1].
public final class CnnModel2 implements Architecture {
    @Override
    public String name() {
        return "cnn-2";
    }

    @Override
    public Layer features() {
        return sequence(new Layer.Scale(1 / 255f, 0), block(256), block(128), block(64), block(32));
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
        return sequence(convWithBias(filters, 2, 1), relu(), maxPool(2), new Layer.Dropout(0.2f));
    }
}
