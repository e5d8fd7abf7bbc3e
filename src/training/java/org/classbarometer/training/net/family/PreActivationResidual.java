package org.classbarometer.training.net.family;

import static org.classbarometer.training.net.Layer.batchNorm;
import static org.classbarometer.training.net.Layer.conv;
import static org.classbarometer.training.net.Layer.convWithBias;
import static org.classbarometer.training.net.Layer.identity;
import static org.classbarometer.training.net.Layer.overlappingPool;
import static org.classbarometer.training.net.Layer.relu;
import static org.classbarometer.training.net.Layer.sequence;

import java.util.ArrayList;
import java.util.List;
import org.classbarometer.training.net.Layer;

/// ResNet50V2 (He et al. 2016, "Identity Mappings in Deep Residual Networks"): normalisation and
/// activation come before each convolution, so that the way through the shortcuts is never touched.
public final class PreActivationResidual implements Architecture {
    private static final int WIDENING = 4;

    @Override
    public String name() {
        return "resnet50v2";
    }

    @Override
    public Layer features() {
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.Scale(2 / 255f, -1));
        layers.add(new Layer.GreyToRgb());
        layers.addAll(List.of(convWithBias(64, 7, 2), overlappingPool()));
        stage(layers, 64, 3, 1);
        stage(layers, 128, 4, 2);
        stage(layers, 256, 6, 2);
        stage(layers, 512, 3, 2);
        layers.addAll(List.of(batchNorm(), relu()));
        return new Layer.Sequence(layers);
    }

    private static void stage(List<Layer> layers, int width, int blocks, int stride) {
        // Where the width changes, branch and shortcut share the first normalisation.
        layers.addAll(List.of(batchNorm(), relu()));
        layers.add(
                new Layer.Residual(
                        bottleneck(width, stride), convWithBias(width * WIDENING, 1, stride)));
        for (int i = 1; i < blocks; i++) {
            Layer branch = sequence(batchNorm(), relu(), bottleneck(width, 1));
            layers.add(new Layer.Residual(branch, identity()));
        }
    }

    private static Layer bottleneck(int width, int stride) {
        return sequence(
                conv(width, 1, 1),
                batchNorm(),
                relu(),
                conv(width, 3, stride),
                batchNorm(),
                relu(),
                convWithBias(width * WIDENING, 1, 1));
    }

    @Override
    public Layer.Sequence head(int outputs) {
        return sequence(new Layer.GlobalMean(), new Layer.Dense(outputs));
    }
}
