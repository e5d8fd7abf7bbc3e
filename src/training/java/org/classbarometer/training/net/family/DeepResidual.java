package org.classbarometer.training.net.family;

import static org.classbarometer.training.net.Layer.batchNorm;
import static org.classbarometer.training.net.Layer.conv;
import static org.classbarometer.training.net.Layer.identity;
import static org.classbarometer.training.net.Layer.overlappingPool;
import static org.classbarometer.training.net.Layer.relu;
import static org.classbarometer.training.net.Layer.sequence;

import java.util.ArrayList;
import java.util.List;
import org.classbarometer.training.net.Layer;

/// ResNet50 and ResNet101 (He et al. 2015, "Deep Residual Learning for Image Recognition", table 1):
/// bottlenecks of 1x1, 3x3 and 1x1 convolutions. The grey channel comes thrice, as the published
/// weights want it.
public final class DeepResidual implements Architecture {
    private static final int WIDENING = 4;

    private final int depth;
    private final int thirdStage;

    private DeepResidual(int depth, int thirdStage) {
        this.depth = depth;
        this.thirdStage = thirdStage;
    }

    public static DeepResidual fifty() {
        return new DeepResidual(50, 6);
    }

    public static DeepResidual hundredAndOne() {
        return new DeepResidual(101, 23);
    }

    @Override
    public String name() {
        return "resnet" + depth;
    }

    @Override
    public Layer features() {
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.Scale(1 / 255f, -0.5f));
        layers.add(new Layer.GreyToRgb());
        layers.addAll(List.of(conv(64, 7, 2), batchNorm(), relu(), overlappingPool()));
        stage(layers, 64, 3, 1);
        stage(layers, 128, 4, 2);
        stage(layers, 256, thirdStage, 2);
        stage(layers, 512, 3, 2);
        return new Layer.Sequence(layers);
    }

    private static void stage(List<Layer> layers, int width, int blocks, int stride) {
        for (int i = 0; i < blocks; i++) {
            layers.add(block(width, i == 0 ? stride : 1, i == 0));
            layers.add(relu());
        }
    }

    private static Layer block(int width, int stride, boolean widens) {
        Layer branch =
                sequence(
                        conv(width, 1, 1),
                        batchNorm(),
                        relu(),
                        conv(width, 3, stride),
                        batchNorm(),
                        relu(),
                        conv(width * WIDENING, 1, 1),
                        new Layer.BatchNorm(Layer.BatchNorm.EPSILON, true));
        Layer shortcut =
                widens ? sequence(conv(width * WIDENING, 1, stride), batchNorm()) : identity();
        return new Layer.Residual(branch, shortcut);
    }

    @Override
    public Layer.Sequence head(int outputs) {
        return sequence(new Layer.GlobalMean(), new Layer.Dense(outputs));
    }
}
