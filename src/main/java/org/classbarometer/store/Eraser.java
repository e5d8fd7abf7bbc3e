package org.classbarometer.store;

import java.time.Instant;
import java.util.List;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.SourceHold;
import org.classbarometer.session.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Deletes sessions and what is kept beside them, each without a trace in the file.
///
/// @param database of the sessions; its owner closes it
record Eraser(Database database) {
    private static final Logger LOG = LoggerFactory.getLogger(Eraser.class);

    void delete(SessionId session) throws StoreException {
        database.<Integer>erase(connection ->
                Sql.run(connection, "DELETE FROM sessions WHERE id = ?", session.value()));
        SourceHold.forgetAll(database.folder());
    }

    void deleteEverything() throws StoreException {
        database.<Boolean>erase(connection -> {
            // The counters stay: another process may still hold an id, and must not find it given
            // to another class.
            for (String table : List.of("sessions", "settings")) {
                Sql.run(connection, "DELETE FROM " + table);
            }
            return true;
        });
        database.forgetDamaged(Instant.MAX);
        SourceHold.forgetAll(database.folder());
    }

    /// @return how many were deleted for their age
    int purge(Instant now) throws StoreException {
        Leaving leaving = database.read(Leaving::of);
        database.forgetDamaged(now.minus(leaving.retention()));
        int due = database.read(connection -> leaving.due(connection, now));
        return due == 0
                ? 0
                : database.<Integer>erase(connection -> leaving.delete(connection, now));
    }

    void discard(List<SessionId> sessions) throws StoreException {
        try {
            database.<Boolean>write(connection -> Leaving.discard(connection, sessions));
        } catch (StoreException failed) {
            if (!database.isFull(failed)) {
                throw failed;
            }
            // No room for a mark: rather gone for good than not at all.
            for (SessionId session : sessions) {
                delete(session);
            }
        }
    }

    void eraseDiscarded(List<SessionId> sessions) throws StoreException {
        database.<Boolean>erase(connection -> Leaving.erase(connection, sessions));
        SourceHold.forgetAll(database.folder());
    }

    // Whoever discarded them may not have come back to delete them.
    void eraseDiscarded() {
        try {
            List<SessionId> discarded = database.read(Leaving::discarded);
            if (!discarded.isEmpty()) {
                eraseDiscarded(discarded);
            }
        } catch (StoreException failed) {
            LOG.warn("Discarded sessions are not all deleted: {}", failed.getMessage());
        }
    }
}
