package org.classbarometer.training.data;

/// Faces shown together, and what shall be answered.
///
/// @param faces [count, 1, side, side], grey 0..255
/// @param targets [count, outputs]: for each head shares that sum to the weight of the face there;
///     all 0 where the face says nothing to the head
/// @param side in pixels
public record Batch(float[] faces, float[] targets, int count, int side) {}
