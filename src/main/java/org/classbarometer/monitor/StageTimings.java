package org.classbarometer.monitor;

/// Nanoseconds one frame spent in each stage, wall clock.
///
/// @param waiting from capture until the analysis thread took the frame
/// @param preparing masks and grey picture
/// @param finding face detection and tracking
/// @param reading inference of all faces, with crops
/// @param total from capture to the finished analysis
public record StageTimings(long waiting, long preparing, long finding, long reading, long total) {}
