package org.classbarometer.session;

import java.time.Duration;
import java.util.Optional;

/// The choices that the stored sessions depend on.
///
/// @param context where and for what; empty before it was chosen
/// @param retention sessions that began longer ago are deleted, once that was announced
/// @param hints whether the live screen may give gentle hints about the room
public record StoreSettings(Optional<UseContext> context, Duration retention, boolean hints) {
    /// No session is deleted for its age before that was announced, and the user had this long to
    /// object.
    public static final Duration NOTICE = Duration.ofDays(1);

    public static final StoreSettings DEFAULT =
            new StoreSettings(Optional.empty(), Duration.ofDays(30), false);

    public StoreSettings withContext(UseContext to) {
        return new StoreSettings(Optional.of(to), retention, hints);
    }

    public StoreSettings withRetention(Duration to) {
        return new StoreSettings(context, to, hints);
    }

    public StoreSettings withHints(boolean to) {
        return new StoreSettings(context, retention, to);
    }
}
