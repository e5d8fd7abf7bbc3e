package org.classbarometer.session;

import java.time.Duration;

/// A note the teacher sets on the timeline.
///
/// @param id given by the store; never used twice
/// @param at since the session's start
/// @param note in the teacher's words, for instance "group work begins"
public record Marker(long id, Duration at, String note) {}
