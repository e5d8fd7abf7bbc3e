package org.classbarometer.training.onnx;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.classbarometer.training.net.Anatomy;
import org.classbarometer.training.net.Network;
import org.classbarometer.training.net.Parameter;

/// A network and the numbers it was trained to.
public final class TrainedNetwork {
    private final Network network;
    private final Map<String, Parameter> parameters;
    private final Map<String, float[]> values;

    /// @param values one array for each of the network's parameters, by name; not to be changed
    /// @throws IllegalArgumentException when one is lacking or of another size
    public TrainedNetwork(Network network, Map<String, float[]> values) {
        this.network = network;
        this.values = Map.copyOf(values);
        this.parameters =
                Anatomy.of(network).parameters().stream()
                        .collect(Collectors.toMap(Parameter::name, Function.identity()));
        for (Parameter parameter : parameters.values()) {
            if (get(parameter.name()).length != parameter.size()) {
                throw new IllegalArgumentException(parameter.name() + " is of another network");
            }
        }
    }

    public Network network() {
        return network;
    }

    float[] get(String parameter) {
        float[] array = values.get(parameter);
        if (array == null) {
            throw new IllegalArgumentException("no array " + parameter);
        }
        return array;
    }

    List<Integer> shape(String parameter) {
        Parameter found = parameters.get(parameter);
        if (found == null) {
            throw new IllegalArgumentException("no array " + parameter);
        }
        return found.shape();
    }
}
