package org.classbarometer.training.finder;

/// What a face check learns from.
///
/// @param pixels grey 0..255, row by row, [CheckNets#SIDE] a side
/// @param face whether there is one in the middle
record CheckPiece(float[] pixels, boolean face) {}
