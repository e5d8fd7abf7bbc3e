package org.classbarometer.session;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

/// A stored session without its timeline.
///
/// @param end empty while it runs, and after the program was killed in it
/// @param title the teacher's word for what it was about, given afterwards; empty without one. Never a
///     person's name
public record Session(SessionId id, SessionPlan plan, Optional<OffsetDateTime> end, String title) {
    /// One without a title.
    public Session(SessionId id, SessionPlan plan, Optional<OffsetDateTime> end) {
        this(id, plan, end, "");
    }

    /// From start to end, never negative; empty while there is no end.
    public Optional<Duration> length() {
        return end.map(at -> Duration.between(plan.start(), at))
                .map(length -> length.isNegative() ? Duration.ZERO : length);
    }
}
