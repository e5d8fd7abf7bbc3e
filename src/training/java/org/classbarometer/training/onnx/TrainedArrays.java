package org.classbarometer.training.onnx;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.classbarometer.training.net.Parameter;

/// The arrays that layers were trained to, by name.
final class TrainedArrays {
    private final Map<String, Parameter> parameters;
    private final Map<String, float[]> values;

    /// @param values not to be changed
    /// @throws IllegalArgumentException when one is lacking or of another size
    TrainedArrays(List<Parameter> parameters, Map<String, float[]> values) {
        this.values = Map.copyOf(values);
        this.parameters =
                parameters.stream().collect(Collectors.toMap(Parameter::name, Function.identity()));
        for (Parameter parameter : parameters) {
            if (get(parameter.name()).length != parameter.size()) {
                throw new IllegalArgumentException(parameter.name() + " is of another network");
            }
        }
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
