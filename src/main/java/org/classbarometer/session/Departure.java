package org.classbarometer.session;

import java.time.Instant;

/// A session that will be deleted for its age.
///
/// @param at when, at the earliest
public record Departure(Session session, Instant at) {
    /// @param old until when it is kept
    /// @param announced when the user was told, or is told now
    public static Departure of(Session session, Instant old, Instant announced) {
        Instant noticed = announced.plus(StoreSettings.NOTICE);
        return new Departure(session, old.isAfter(noticed) ? old : noticed);
    }
}
