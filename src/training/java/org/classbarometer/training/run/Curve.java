package org.classbarometer.training.run;

/// A line of a drawing.
///
/// @param values one a step to the right, equally far apart
public record Curve(String name, double[] values) {}
