package org.classbarometer.training.compare;

import java.util.Arrays;

/// Mean and spread of a figure over several runs.
///
/// @param mean of the values
/// @param deviation standard deviation of the sample (divided by n - 1); NaN for a single value
public record Spread(double mean, double deviation) {
    public static Spread of(double... values) {
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
        double deviation =
                values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
        return new Spread(mean, deviation);
    }
}
