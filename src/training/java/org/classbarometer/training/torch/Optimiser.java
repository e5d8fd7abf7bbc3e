package org.classbarometer.training.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.classbarometer.training.net.Parameter;

/// Changes weights by their gradients. Ours and not DJL's because its state must be saved and
/// restored when a run is resumed, and DJL's cannot be.
abstract sealed class Optimiser {
    private final Map<String, NDArray> state = new LinkedHashMap<>();

    /// How far and how hard one step goes.
    ///
    /// @param rate learning rate
    /// @param decay weight decay; not applied to biases and gains
    /// @param number of the step, from 1
    record Step(float rate, float decay, long number) {}

    enum Kind {
        SGD,
        ADAMW
    }

    static Optimiser of(Kind kind) {
        return switch (kind) {
            case SGD -> new Sgd();
            case ADAMW -> new AdamW();
        };
    }

    /// @param gradient freed by the caller; may be changed
    /// @param scope where intermediate arrays lie
    abstract void change(
            Parameter parameter, Weights weights, NDArray gradient, Step step, NDManager scope);

    /// An array that is kept from step to step, zero at first.
    final NDArray kept(String name, Weights weights, NDArray like) {
        return state.computeIfAbsent(name, _ -> weights.manager().zeros(like.getShape()));
    }

    Map<String, float[]> state() {
        Map<String, float[]> values = new LinkedHashMap<>();
        state.forEach((name, array) -> values.put(name, array.toFloatArray()));
        return values;
    }

    void restore(Map<String, float[]> values, Weights weights) {
        values.forEach((name, array) -> {
            String parameter = name.substring(name.indexOf(':') + 1);
            kept(name, weights, weights.array(parameter)).set(FloatBuffer.wrap(array));
        });
    }

    private static NDArray in(NDManager scope, NDArray array) {
        array.attach(scope);
        return array;
    }

    /// Stochastic gradient descent with Nesterov's momentum 0.9 (Sutskever et al. 2013).
    private static final class Sgd extends Optimiser {
        private static final float MOMENTUM = 0.9f;

        @Override
        void change(
                Parameter parameter,
                Weights weights,
                NDArray gradient,
                Step step,
                NDManager scope) {
            NDArray weight = weights.array(parameter.name());
            if (parameter.decays()) {
                gradient.addi(in(scope, weight.mul(step.decay())));
            }
            NDArray speed = kept("speed:" + parameter.name(), weights, weight);
            speed.muli(MOMENTUM).addi(gradient);
            gradient.addi(in(scope, speed.mul(MOMENTUM)));
            weight.subi(in(scope, gradient.mul(step.rate())));
        }
    }

    /// Adam with decoupled weight decay (Loshchilov and Hutter 2017).
    private static final class AdamW extends Optimiser {
        private static final float FIRST = 0.9f;
        private static final float SECOND = 0.999f;
        private static final float EPSILON = 1e-8f;

        @Override
        void change(
                Parameter parameter,
                Weights weights,
                NDArray gradient,
                Step step,
                NDManager scope) {
            NDArray weight = weights.array(parameter.name());
            NDArray mean = kept("mean:" + parameter.name(), weights, weight);
            NDArray square = kept("square:" + parameter.name(), weights, weight);
            mean.muli(FIRST).addi(in(scope, gradient.mul(1 - FIRST)));
            square.muli(SECOND).addi(in(scope, gradient.mul(gradient)).muli(1 - SECOND));
            double firstShare = 1 - Math.pow(FIRST, (double) step.number());
            double secondShare = 1 - Math.pow(SECOND, (double) step.number());
            if (parameter.decays()) {
                weight.muli(1 - step.rate() * step.decay());
            }
            NDArray spread = in(scope, square.div(secondShare));
            spread = in(scope, spread.sqrt()).addi(EPSILON);
            weight.subi(in(scope, mean.mul(step.rate() / firstShare)).divi(spread));
        }
    }
}
