package org.classbarometer.training.torch;

import ai.djl.ndarray.NDArray;
import org.classbarometer.training.net.Anatomy;
import org.classbarometer.training.net.Network;
import org.classbarometer.training.torch.TorchLayers.Pass;

/// The way of a batch through a network.
final class TorchNetwork {
    private final Network network;
    private final TorchLayers layers;

    TorchNetwork(Network network, Weights weights, Pass pass) {
        this.network = network;
        this.layers = new TorchLayers(weights, pass);
    }

    /// @param faces [N, 1, H, W], grey 0..255
    /// @return [N, outputs]
    NDArray outputs(NDArray faces) {
        return head(features(faces));
    }

    /// @return the last feature map, [N, c, h, w]
    NDArray features(NDArray faces) {
        return layers.run(Anatomy.FEATURES, network.features(), faces);
    }

    /// @return [N, outputs]
    NDArray head(NDArray map) {
        return layers.run(Anatomy.HEAD, network.head(), map);
    }
}
