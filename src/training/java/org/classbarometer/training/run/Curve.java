package org.classbarometer.training.run;

import java.util.List;

/// A line of a drawing.
///
/// @param values one a step to the right, equally far apart
public record Curve(String name, double[] values) {
    /// One column of a table.
    public static Curve of(String name, List<double[]> rows, int column) {
        return new Curve(name, rows.stream().mapToDouble(row -> row[column]).toArray());
    }
}
