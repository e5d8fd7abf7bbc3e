package org.classbarometer.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

    /// How many may be deleted for their age.
    int due(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT count(*) AS due FROM sessions WHERE " + DUE)) {
            bindDue(query, now);
            try (ResultSet row = query.executeQuery()) {
                return row.getInt("due");
            }
        }
    }

    int delete(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM sessions WHERE " + DUE)) {
            bindDue(delete, now);
            return delete.executeUpdate();
        }
    }

    private void bindDue(PreparedStatement statement, Instant now) throws SQLException {
        statement.setLong(1, SqliteSessionStore.millis(now.minus(retention)));
        statement.setLong(2, SqliteSessionStore.millis(now.minus(StoreSettings.NOTICE)));
    }

    /// Those whose time is over or ends within the notice, oldest first.
    List<Departure> soon(Connection connection, Instant now) throws SQLException {
        return SqliteSessionStore.select(
                connection,
                SessionRows.SELECT + "WHERE s.start_millis < ? ORDER BY s.start_millis, s.id",
                (_, row) -> departure(row, now),
                SqliteSessionStore.millis(now.plus(StoreSettings.NOTICE).minus(retention)));
    }

    private Departure departure(ResultSet row, Instant now) throws SQLException {
        long announced = row.getLong("announced");
        Instant told = row.wasNull() ? now : Instant.ofEpochMilli(announced);
        return Departure.of(SessionRows.session(row), retention, told);
    }

    /// The first announcement of each counts, unless a wrong clock put it into the future.
    static boolean announce(Connection connection, List<SessionId> sessions, Instant now)
            throws SQLException {
        return each(
                connection,
                "UPDATE sessions SET announced = min(coalesce(announced, %1$d), %1$d) WHERE id = ?"
                        .formatted(SqliteSessionStore.millis(now)),
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
        List<SessionId> ids = new ArrayList<>();
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT id FROM sessions WHERE discarded = 1");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                ids.add(new SessionId(row.getLong("id")));
            }
        }
        return ids;
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
