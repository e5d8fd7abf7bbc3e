package org.classbarometer.face;

/// One face of one frame, followed over frames.
///
/// @param track number of the track, from 1; unique while the source plays, never stored
/// @param box where the face is, as a Haar cascade frames it: the box the expression models expect
/// @param found true when this frame confirmed the face; false when the box was carried over a miss
public record TrackedFace(int track, Box box, boolean found) {}
