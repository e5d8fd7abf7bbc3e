package org.classbarometer.training.net.family;

import static org.classbarometer.training.net.Layer.convWithBias;
import static org.classbarometer.training.net.Layer.maxPool;
import static org.classbarometer.training.net.Layer.relu;
import static org.classbarometer.training.net.Layer.sequence;

import org.classbarometer.training.net.Layer;

/// The small sequential network that many tutorials and classroom prototypes use: two convolutions with
/// pooling, a dense layer of 128, dropout 0.5. For two and four labels. 32 and 64 filters of 3x3 are our
/// choice.
public final class SmallSequential implements Architecture {
    @Override
    public String name() {
        return "small";
    }

    @Override
    public Layer features() {
        return sequence(
                new Layer.Scale(1 / 255f, 0),
                convWithBias(32, 3, 1),
                relu(),
                maxPool(2),
                convWithBias(64, 3, 1),
                relu(),
                maxPool(2));
    }

    @Override
    public Layer.Sequence head(int outputs) {
        return sequence(
                new Layer.Flatten(),
                new Layer.Dense(128),
                relu(),
                new Layer.Dropout(0.5f),
                new Layer.Dense(outputs));
    }
}
