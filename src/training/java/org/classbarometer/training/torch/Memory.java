package org.classbarometer.training.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.classbarometer.training.net.Parameter;

/// What learning changes: the weights, their moving average (Polyak and Juditsky 1992), which is what
/// is validated and shipped, and the optimiser's arrays. Lies in its maker's manager; one thread.
final class Memory {
    private final List<Parameter> parameters;
    private final Weights weights;
    private final Weights average;
    private final Optimiser optimiser;
    private long steps;

    /// @param adam AdamW instead of SGD with momentum
    Memory(NDManager manager, List<Parameter> parameters, boolean adam) {
        this.parameters = List.copyOf(parameters);
        this.weights = new Weights(manager, parameters, true);
        this.average = new Weights(manager, parameters, false);
        this.optimiser = Optimiser.of(adam ? Optimiser.Kind.ADAMW : Optimiser.Kind.SGD);
    }

    Weights weights() {
        return weights;
    }

    Weights average() {
        return average;
    }

    long steps() {
        return steps;
    }

    /// @param known taken instead of random values, by name
    void start(long seed, Map<String, float[]> known) {
        weights.start(new SplittableRandom(seed));
        known.forEach(weights::set);
        average.setAll(weights.values());
    }

    /// @throws IllegalArgumentException when the state is of another network
    void restore(Learner.State state) {
        weights.setAll(state.weights());
        average.setAll(state.average());
        optimiser.restore(state.optimiser(), weights);
        steps = state.steps();
    }

    Learner.State state() {
        return new Learner.State(weights.values(), average.values(), optimiser.state(), steps);
    }

    /// Changes the weights by the gradients they hold, which are zero afterwards.
    ///
    /// @param averaging share of the old in the moving average, in [0, 1)
    void learn(float rate, float decay, float averaging, NDManager scope) {
        steps++;
        Optimiser.Step step = new Optimiser.Step(rate, decay, steps);
        for (Parameter parameter : parameters) {
            if (parameter.trained()) {
                NDArray gradient = weights.array(parameter.name()).getGradient();
                gradient.attach(scope);
                optimiser.change(parameter, weights, gradient, step, scope);
                gradient.muli(0);
            }
        }
        follow(averaging, scope);
    }

    private void follow(float averaging, NDManager scope) {
        // A young average would remember the random start for long.
        float share = (float) Math.min(averaging, (1.0 + steps) / (10.0 + steps));
        for (Parameter parameter : parameters) {
            NDArray now = weights.array(parameter.name()).mul(1 - share);
            now.attach(scope);
            average.array(parameter.name()).muli(share).addi(now);
        }
    }
}
