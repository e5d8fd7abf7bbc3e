package org.classbarometer.review;

import java.time.Duration;

/// A moment at which the mood of the room shifted.
///
/// @param at since the session's start
/// @param change what was before and after it
public record Shift(Duration at, Comparison change) {}
