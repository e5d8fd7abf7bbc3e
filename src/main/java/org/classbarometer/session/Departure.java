package org.classbarometer.session;

import java.time.Duration;
import java.time.Instant;

/// A session that will be deleted for its age.
///
/// @param at when, at the earliest
public record Departure(Session session, Instant at) {
    /// @param retention how long sessions are kept
    /// @param announced when the user was told, or is told now
    public static Departure of(Session session, Duration retention, Instant announced) {
        Instant old = session.plan().start().toInstant().plus(retention);
        Instant noticed = announced.plus(StoreSettings.NOTICE);
        return new Departure(session, old.isAfter(noticed) ? old : noticed);
    }
}
