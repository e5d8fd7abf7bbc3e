package org.classbarometer.training.net.family;

import static org.classbarometer.training.net.Layer.batchNorm;
import static org.classbarometer.training.net.Layer.conv;
import static org.classbarometer.training.net.Layer.depthwise;
import static org.classbarometer.training.net.Layer.identity;
import static org.classbarometer.training.net.Layer.sequence;

import java.util.ArrayList;
import java.util.List;
import org.classbarometer.training.net.Activation;
import org.classbarometer.training.net.Layer;

/// EfficientNetB0 (Tan and Le 2019, "EfficientNet: Rethinking Model Scaling for Convolutional Neural
/// Networks", table 1) and EfficientNetV2B0 (Tan and Le 2021, "EfficientNetV2: Smaller Models and
/// Faster Training"; B0 is the small one its authors published with the code): inverted bottlenecks
/// with squeeze and excitation; V2 does the first stages with whole convolutions.
public final class EfficientNet implements Architecture {
    private static final int STEM = 32;
    private static final int LAST = 1280;

    private final String name;
    private final List<Stage> stages;

    /// @param whole one convolution instead of a thin and a depthwise one; without squeezing
    private record Stage(
            boolean whole, int widening, int kernel, int stride, int filters, int blocks) {}

    private EfficientNet(String name, List<Stage> stages) {
        this.name = name;
        this.stages = stages;
    }

    public static EfficientNet b0() {
        return new EfficientNet(
                "efficientnet-b0",
                List.of(
                        new Stage(false, 1, 3, 1, 16, 1),
                        new Stage(false, 6, 3, 2, 24, 2),
                        new Stage(false, 6, 5, 2, 40, 2),
                        new Stage(false, 6, 3, 2, 80, 3),
                        new Stage(false, 6, 5, 1, 112, 3),
                        new Stage(false, 6, 5, 2, 192, 4),
                        new Stage(false, 6, 3, 1, 320, 1)));
    }

    public static EfficientNet v2b0() {
        return new EfficientNet(
                "efficientnet-v2b0",
                List.of(
                        new Stage(true, 1, 3, 1, 16, 1),
                        new Stage(true, 4, 3, 2, 32, 2),
                        new Stage(true, 4, 3, 2, 48, 2),
                        new Stage(false, 4, 3, 2, 96, 3),
                        new Stage(false, 6, 3, 1, 112, 5),
                        new Stage(false, 6, 3, 2, 192, 8)));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Layer features() {
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.Scale(1 / 255f, -0.5f));
        layers.add(new Layer.GreyToRgb());
        layers.addAll(List.of(conv(STEM, 3, 2), batchNorm(), silu()));
        int in = STEM;
        for (Stage stage : stages) {
            for (int i = 0; i < stage.blocks(); i++) {
                layers.add(block(stage, in, i == 0 ? stage.stride() : 1));
                in = stage.filters();
            }
        }
        layers.addAll(List.of(conv(LAST, 1, 1), batchNorm(), silu()));
        return new Layer.Sequence(layers);
    }

    private static Layer block(Stage stage, int in, int stride) {
        Layer branch = stage.whole() ? whole(stage, in, stride) : separate(stage, in, stride);
        boolean adds = stride == 1 && in == stage.filters();
        return adds ? new Layer.Residual(branch, identity()) : branch;
    }

    private static Layer whole(Stage stage, int in, int stride) {
        if (stage.widening() == 1) {
            return sequence(conv(stage.filters(), stage.kernel(), stride), batchNorm(), silu());
        }
        return sequence(
                conv(in * stage.widening(), stage.kernel(), stride),
                batchNorm(),
                silu(),
                conv(stage.filters(), 1, 1),
                batchNorm());
    }

    private static Layer separate(Stage stage, int in, int stride) {
        List<Layer> layers = new ArrayList<>();
        if (stage.widening() > 1) {
            layers.addAll(List.of(conv(in * stage.widening(), 1, 1), batchNorm(), silu()));
        }
        layers.addAll(List.of(depthwise(stage.kernel(), stride), batchNorm(), silu()));
        layers.add(new Layer.SqueezeExcite(Math.max(1, in / 4), new Activation.Silu()));
        layers.addAll(List.of(conv(stage.filters(), 1, 1), batchNorm()));
        return new Layer.Sequence(layers);
    }

    private static Layer silu() {
        return new Layer.Activate(new Activation.Silu());
    }

    @Override
    public Layer.Sequence head(int outputs) {
        return sequence(new Layer.GlobalMean(), new Layer.Dropout(0.2f), new Layer.Dense(outputs));
    }
}
