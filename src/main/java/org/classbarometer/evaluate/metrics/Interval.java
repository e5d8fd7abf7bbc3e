package org.classbarometer.evaluate.metrics;

/// A figure measured on a sample, and the range in which it may as well lie.
///
/// @param value as measured
/// @param low end of the confidence interval
/// @param high end of the confidence interval
public record Interval(double value, double low, double high) {}
