package org.classbarometer.training.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.classbarometer.training.net.Parameter;

/// The arrays of one network by name, in native memory. Owned and closed by its maker; not
/// thread-safe.
public final class Weights implements AutoCloseable {
    private final NDManager manager;
    private final List<Parameter> parameters;
    private final Map<String, NDArray> arrays = new LinkedHashMap<>();

    /// All zeros.
    ///
    /// @param learns whether gradients are wanted
    Weights(NDManager parent, List<Parameter> parameters, boolean learns) {
        this.manager = parent.newSubManager();
        this.parameters = parameters;
        for (Parameter parameter : parameters) {
            NDArray array = manager.zeros(shape(parameter));
            if (learns && parameter.trained()) {
                array.setRequiresGradient(true);
            }
            arrays.put(parameter.name(), array);
        }
    }

    private static Shape shape(Parameter parameter) {
        return new Shape(parameter.shape().stream().mapToLong(Integer::longValue).toArray());
    }

    /// Begins anew.
    public void start(RandomGenerator random) {
        for (Parameter parameter : parameters) {
            set(parameter.name(), first(parameter, random));
        }
    }

    private static float[] first(Parameter parameter, RandomGenerator random) {
        float[] values = new float[parameter.size()];
        double spread =
                switch (parameter.start()) {
                    case HE -> Math.sqrt(2.0 / parameter.inputs());
                    case LECUN -> Math.sqrt(1.0 / parameter.inputs());
                    case ZERO, RUNNING_MEAN, ONE, RUNNING_VARIANCE -> 0;
                };
        double mean =
                switch (parameter.start()) {
                    case ONE, RUNNING_VARIANCE -> 1;
                    case ZERO, RUNNING_MEAN, HE, LECUN -> 0;
                };
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (mean + (spread == 0 ? 0 : spread * random.nextGaussian()));
        }
        return values;
    }

    NDArray array(String name) {
        NDArray array = arrays.get(name);
        if (array == null) {
            throw new IllegalArgumentException("no array " + name);
        }
        return array;
    }

    NDManager manager() {
        return manager;
    }

    public void set(String name, float[] values) {
        array(name).set(FloatBuffer.wrap(values));
    }

    /// Copies of all values, in order.
    public Map<String, float[]> values() {
        Map<String, float[]> values = new LinkedHashMap<>();
        arrays.forEach((name, array) -> values.put(name, array.toFloatArray()));
        return values;
    }

    /// @throws IllegalArgumentException when an array is lacking or of another size
    public void setAll(Map<String, float[]> values) {
        for (Parameter parameter : parameters) {
            float[] array = values.get(parameter.name());
            if (array == null || array.length != parameter.size()) {
                throw new IllegalArgumentException("these weights are of another network");
            }
            set(parameter.name(), array);
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
