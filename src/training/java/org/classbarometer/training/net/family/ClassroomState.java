package org.classbarometer.training.net.family;

import static org.classbarometer.training.net.Layer.batchNorm;
import static org.classbarometer.training.net.Layer.conv;
import static org.classbarometer.training.net.Layer.maxPool;
import static org.classbarometer.training.net.Layer.sequence;

import java.util.ArrayList;
import java.util.List;
import org.classbarometer.training.net.Activation;
import org.classbarometer.training.net.Layer;

/// The classroom-state network (angry, neutral, engaged, bored): 48x48 colour pictures, convolutions of
/// 4x4 with batch normalisation and leaky ReLU, two dense layers with dropout. Cameras of this program
/// give grey faces, so the one channel comes thrice. The numbers of filters and units, the slope and the
/// dropout are our choice, and so is what the deeper and the wider one are exactly.
public final class ClassroomState implements Architecture {
    private final String name;
    private final int kernel;
    private final List<Integer> filters;

    private ClassroomState(String name, int kernel, List<Integer> filters) {
        this.name = name;
        this.kernel = kernel;
        this.filters = filters;
    }

    public static ClassroomState usual() {
        return new ClassroomState("classroom-state", 4, List.of(32, 64, 128));
    }

    /// A fourth block.
    public static ClassroomState deep() {
        return new ClassroomState("classroom-state-deep", 4, List.of(32, 64, 128, 256));
    }

    /// Convolutions of 6x6.
    public static ClassroomState wide() {
        return new ClassroomState("classroom-state-wide", 6, List.of(32, 64, 128));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Layer features() {
        List<Layer> layers =
                new ArrayList<>(List.of(new Layer.Scale(1 / 255f, 0), new Layer.GreyToRgb()));
        for (int count : filters) {
            layers.add(sequence(conv(count, kernel, 1), batchNorm(), leaky()));
            layers.add(maxPool(2));
        }
        return new Layer.Sequence(layers);
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

    private static Layer leaky() {
        return new Layer.Activate(new Activation.LeakyRelu(0.1f));
    }
}
