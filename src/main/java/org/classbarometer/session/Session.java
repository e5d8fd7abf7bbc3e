package org.classbarometer.session;

import java.time.OffsetDateTime;
import java.util.Optional;

/// A stored session without its timeline.
///
/// @param end empty while it runs, and after the program was killed in it
public record Session(SessionId id, SessionPlan plan, Optional<OffsetDateTime> end) {}
