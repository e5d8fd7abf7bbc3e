package org.classbarometer.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.classbarometer.session.StoreException;
import org.classbarometer.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Deletes the sessions whose time is over, and keeps an eye on the clock that says so.
///
/// @param clock for the retention time
record Upkeep(Database database, Eraser eraser, InstantSource clock) implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    // A clock that is this far ahead of the last look may be wrong.
    private static final Duration LEAP = Duration.ofDays(14);
    private static final Duration LOOK = Duration.ofDays(1);

    @Override
    public void run() {
        try {
            purgeUnlessLeapt().ifPresent(LOG::warn);
        } catch (StoreException failed) {
            LOG.warn("Old sessions could not be deleted: {}", failed.getMessage());
        }
    }

    /// Deletes what is too old, unless only a leap of the clock makes it so: then it says that, and the
    /// next look deletes.
    Optional<String> purgeUnlessLeapt() throws StoreException {
        Instant now = clock.instant();
        date(now);
        int due = database.read(connection -> Leaving.of(connection).due(connection, now));
        Optional<Instant> seen = database.read(SettingRows::seen);
        long days = seen.map(last -> Duration.between(last, now).toDays()).orElse(0L);
        if (seen.isEmpty() || days >= LOOK.toDays() || days < 0) {
            look(now);
        }
        if (due > 0 && days >= LEAP.toDays()) {
            return Optional.of(Text.of("store.clock", due, days));
        }
        eraser.purge(now);
        return Optional.empty();
    }

    // On a full disk one must still be able to delete.
    private void date(Instant now) {
        try {
            Leaving.date(database, now);
            Leaving.announceUnreadable(database, now);
        } catch (StoreException failed) {
            LOG.warn("Until when sessions are kept is not stored: {}", failed.getMessage());
        }
    }

    private void look(Instant now) {
        try {
            database.<Boolean>write(connection -> SettingRows.see(connection, now));
        } catch (StoreException failed) {
            LOG.warn("When the clock was looked at is not stored: {}", failed.getMessage());
        }
    }
}
