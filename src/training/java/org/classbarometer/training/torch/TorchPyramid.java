package org.classbarometer.training.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.classbarometer.training.net.PyramidNetwork;
import org.classbarometer.training.torch.TorchLayers.Pass;

/// The way of a batch through a pyramid.
final class TorchPyramid {
    private static final int NEAREST = 0;

    private final PyramidNetwork pyramid;
    private final TorchLayers layers;

    TorchPyramid(PyramidNetwork pyramid, Weights weights, Pass pass) {
        this.pyramid = pyramid;
        this.layers = new TorchLayers(weights, pass);
    }

    /// @param pictures [N, 1, H, W], grey 0..255; H and W divisible by the coarsest stride
    /// @return of each level [N, channels, H / stride, W / stride]
    List<NDArray> outputs(NDArray pictures) {
        List<NDArray> maps = new ArrayList<>();
        NDArray at = layers.run(PyramidNetwork.STEM, pyramid.stem(), pictures);
        for (int i = 0; i < pyramid.levels().size(); i++) {
            at = layers.run(PyramidNetwork.stage(i), pyramid.levels().get(i).stage(), at);
            maps.add(at);
        }
        Deque<NDArray> outputs = new ArrayDeque<>();
        List<NDArray> coarser = List.of();
        for (int i = maps.size() - 1; i >= 0; i--) {
            PyramidNetwork.Level level = pyramid.levels().get(i);
            NDArray sum = layers.run(PyramidNetwork.lateral(i), level.lateral(), maps.get(i));
            for (NDArray above : coarser) {
                sum = sum.add(enlarged(above, sum.getShape()));
            }
            coarser = List.of(sum);
            outputs.addFirst(layers.run(PyramidNetwork.head(i), level.head(), sum));
        }
        return List.copyOf(outputs);
    }

    private static NDArray enlarged(NDArray map, Shape like) {
        return map.getNDArrayInternal()
                .interpolation(new long[] {like.get(2), like.get(3)}, NEAREST, false);
    }
}
