package org.classbarometer.evaluate.model;

/// Where a model looks when it reads a label rightly: the mean class activation map of many faces, in
/// which no single face can be seen any more.
///
/// @param label of the view
/// @param faces that were averaged
/// @param heat [#SIDE] rows of [#SIDE] values, 0 where the least and 1 where the most spoke for the
///     label in every face; not to be changed
public record ClassMap(String label, int faces, float[] heat) {
    /// Cells of a side.
    public static final int SIDE = 12;

    /// Faces that are averaged for a label at most.
    static final int MOST = 60;

    /// Faces that a map needs: with fewer it would show single faces.
    static final int LEAST = 5;
}
