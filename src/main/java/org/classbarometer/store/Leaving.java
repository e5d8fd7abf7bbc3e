package org.classbarometer.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.classbarometer.session.Departure;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.StoreSettings;

/// The sessions that go: those that are too old, once their going was announced, and those that were
/// discarded. Called with the database's connection, on its thread.
///
/// @param retention how long sessions are kept
record Leaving(Duration retention) {
    private static final String DUE = "start_millis < ?1 AND announced <= ?2";

    /// With the retention time of the settings.
    static Leaving of(Connection connection) throws SQLException {
        return new Leaving(SettingRows.settings(connection).retention());
    }

    /// How many may be deleted for their age.
    int due(Connection connection, Instant now) throws SQLException {
        return Sql.list(
                        connection,
                        "SELECT count(*) AS due FROM sessions WHERE " + DUE,
                        row -> row.getInt("due"),
                        oldest(now),
                        announcedBy(now))
                .getFirst();
    }

    int delete(Connection connection, Instant now) throws SQLException {
        return Sql.run(
                connection, "DELETE FROM sessions WHERE " + DUE, oldest(now), announcedBy(now));
    }

    private long oldest(Instant now) {
        return StoredTime.millis(now.minus(retention));
    }

    private static long announcedBy(Instant now) {
        return StoredTime.millis(now.minus(StoreSettings.NOTICE));
    }

    /// Those whose time is over or ends within the notice, oldest first.
    List<Departure> soon(Connection connection, Instant now) throws SQLException {
        return SessionReading.select(
                connection,
                "WHERE s.start_millis < ? ORDER BY s.start_millis, s.id",
                row -> departure(row, now),
                StoredTime.millis(now.plus(StoreSettings.NOTICE).minus(retention)));
    }

    private Departure departure(ResultSet row, Instant now) throws SQLException {
        long announced = row.getLong("announced");
        Instant first = row.wasNull() ? now : Instant.ofEpochMilli(announced);
        return Departure.of(SessionRows.session(row), retention, first);
    }

    /// The first announcement of each counts, unless a wrong clock put it into the future.
    static boolean announce(Connection connection, List<SessionId> sessions, Instant now)
            throws SQLException {
        return each(
                connection,
                "UPDATE sessions SET announced = min(coalesce(announced, %1$d), %1$d) WHERE id = ?"
                        .formatted(StoredTime.millis(now)),
                sessions);
    }

    static boolean discard(Connection connection, List<SessionId> sessions) throws SQLException {
        return each(connection, "UPDATE sessions SET discarded = 1 WHERE id = ?", sessions);
    }

    /// @return whether every one was still there
    static boolean restore(Connection connection, List<SessionId> sessions) throws SQLException {
        return each(connection, "UPDATE sessions SET discarded = 0 WHERE id = ?", sessions);
    }

    static boolean erase(Connection connection, List<SessionId> sessions) throws SQLException {
        return each(connection, "DELETE FROM sessions WHERE id = ? AND discarded = 1", sessions);
    }

    static List<SessionId> discarded(Connection connection) throws SQLException {
        return Sql.list(
                connection,
                "SELECT id FROM sessions WHERE discarded = 1",
                row -> new SessionId(row.getLong("id")));
    }

    private static boolean each(Connection connection, String sql, List<SessionId> sessions)
            throws SQLException {
        boolean all = true;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (SessionId session : sessions) {
                statement.setLong(1, session.value());
                all &= statement.executeUpdate() > 0;
            }
        }
        return all;
    }
}
