package org.classbarometer.training.net.family;

import static org.classbarometer.training.net.Layer.batchNorm;
import static org.classbarometer.training.net.Layer.conv;
import static org.classbarometer.training.net.Layer.maxPool;
import static org.classbarometer.training.net.Layer.relu;
import static org.classbarometer.training.net.Layer.sequence;

import java.util.ArrayList;
import java.util.List;
import org.classbarometer.training.net.Layer;

/// VGG13 as Barsoum et al. 2016 trained it from scratch for FER+ ("Training Deep Networks for Facial
/// Expression Recognition with Crowd-Sourced Label Distribution"): 64, 128, 256 and 256 filters, dropout
/// after each pooling, two dense layers of 1024. Theirs takes 64x64 pixels; here the last pooling is left
/// out instead, and the map has 6x6 cells.
public final class VggFromScratch implements Architecture {
    @Override
    public String name() {
        return "vgg-scratch";
    }

    @Override
    public Layer features() {
        return sequence(
                new Layer.Scale(1 / 255f, -0.5f),
                block(64, 2),
                shrink(),
                block(128, 2),
                shrink(),
                block(256, 3),
                shrink(),
                block(256, 3));
    }

    @Override
    public Layer.Sequence head(int outputs) {
        return sequence(
                new Layer.Flatten(),
                new Layer.Dense(1024),
                relu(),
                new Layer.Dropout(0.5f),
                new Layer.Dense(1024),
                relu(),
                new Layer.Dropout(0.5f),
                new Layer.Dense(outputs));
    }

    private static Layer block(int filters, int convolutions) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < convolutions; i++) {
            layers.addAll(List.of(conv(filters, 3, 1), batchNorm(), relu()));
        }
        return new Layer.Sequence(layers);
    }

    private static Layer shrink() {
        return sequence(maxPool(2), new Layer.Dropout(0.25f));
    }
}
