package org.classbarometer.training.net.family;

import static org.classbarometer.training.net.Layer.convWithBias;
import static org.classbarometer.training.net.Layer.maxPool;
import static org.classbarometer.training.net.Layer.relu;
import static org.classbarometer.training.net.Layer.sequence;

import java.util.ArrayList;
import java.util.List;
import org.classbarometer.training.net.Layer;

/// VGG16 (Simonyan and Zisserman 2014, "Very Deep Convolutional Networks for Large-Scale Image
/// Recognition", column D), as made for colour pictures, so the grey channel comes thrice. The fifth
/// pooling is left out: at 48x48 pixels it would leave one cell.
public final class Vgg16 implements Architecture {
    @Override
    public String name() {
        return "vgg16";
    }

    @Override
    public Layer features() {
        return sequence(
                new Layer.Scale(1 / 255f, -0.5f),
                new Layer.GreyToRgb(),
                block(64, 2),
                maxPool(2),
                block(128, 2),
                maxPool(2),
                block(256, 3),
                maxPool(2),
                block(512, 3),
                maxPool(2),
                block(512, 3));
    }

    @Override
    public Layer.Sequence head(int outputs) {
        return sequence(
                new Layer.Flatten(),
                new Layer.Dense(4096),
                relu(),
                new Layer.Dropout(0.5f),
                new Layer.Dense(4096),
                relu(),
                new Layer.Dropout(0.5f),
                new Layer.Dense(outputs));
    }

    private static Layer block(int filters, int convolutions) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < convolutions; i++) {
            layers.add(convWithBias(filters, 3, 1));
            layers.add(relu());
        }
        return new Layer.Sequence(layers);
    }
}
