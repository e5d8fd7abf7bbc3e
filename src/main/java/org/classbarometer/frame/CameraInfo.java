package org.classbarometer.frame;

/// A camera the system knows of.
///
/// @param index its number for [SourceChoice.Camera]
/// @param name what the system calls it, for people
public record CameraInfo(int index, String name) {}
