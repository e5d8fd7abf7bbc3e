package org.classbarometer.training.finder;

/// Where a photograph has no face but was said to have one.
///
/// @param area in pixels of the photograph
/// @param size of its box in the picture that was looked at
record HardPlace(Photo photo, Area area, double size) {}
