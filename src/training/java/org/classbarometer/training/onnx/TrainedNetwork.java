package org.classbarometer.training.onnx;

import java.util.Map;
import org.classbarometer.training.net.Anatomy;
import org.classbarometer.training.net.Network;

/// A network and the numbers it was trained to.
public final class TrainedNetwork {
    private final Network network;
    private final TrainedArrays arrays;

    /// @param values one array for each of the network's parameters, by name; not to be changed
    /// @throws IllegalArgumentException when one is lacking or of another size
    public TrainedNetwork(Network network, Map<String, float[]> values) {
        this.network = network;
        this.arrays = new TrainedArrays(Anatomy.of(network).parameters(), values);
    }

    public Network network() {
        return network;
    }

    TrainedArrays arrays() {
        return arrays;
    }

    float[] get(String parameter) {
        return arrays.get(parameter);
    }
}
