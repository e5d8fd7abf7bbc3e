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
import org.classbarometer.session.StoreException;
import org.classbarometer.session.StoreSettings;

/// The sessions that go: those that are too old, once their going was announced, and those that were
/// discarded. Called with the database's connection, on its thread.
///
/// @param retention how long sessions are kept
record Leaving(Duration retention) {
    private static final String KEPT_FROM = "coalesce(kept_from, start_millis)";
    private static final String DUE = KEPT_FROM + " < ?1 AND announced <= ?2";

    // A session that began later than this from now was dated by a wrong clock.
    private static final Duration AHEAD = Duration.ofDays(1);

    /// With the retention time of the settings.
    static Leaving of(Connection connection) throws SQLException {
        return new Leaving(SettingRows.settings(connection).retention());
    }

    /// A session that a clock far ahead dated into the future is kept as long as one of today, not until
    /// that future is past. Whoever finds the clock far behind takes every session for such a one: that
    /// is forgotten once it is right again.
    static void date(Database database, Instant now) throws StoreException {
        long future = StoredTime.millis(now.plus(AHEAD));
        String wrong = "(start_millis > ?1) <> (kept_from IS NOT NULL) OR kept_from > ?1";
        int undated =
                database.read(connection ->
                        Sql.list(
                                        connection,
                                        "SELECT count(*) AS undated FROM sessions WHERE " + wrong,
                                        row -> row.getInt("undated"),
                                        future)
                                .getFirst());
        if (undated > 0) {
            database.<Integer>write(connection ->
                    Sql.run(
                            connection,
                            "UPDATE sessions SET kept_from = CASE WHEN start_millis > ?1 THEN ?2 END"
                                    + " WHERE "
                                    + wrong,
                            future,
                            StoredTime.millis(now)));
        }
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
                "WHERE %1$s < ? ORDER BY %1$s, s.id".formatted(KEPT_FROM),
                row -> departure(row, now),
                StoredTime.millis(now.plus(StoreSettings.NOTICE).minus(retention)));
    }

    private Departure departure(ResultSet row, Instant now) throws SQLException {
        long announced = row.getLong("announced");
        Instant first = row.wasNull() ? now : Instant.ofEpochMilli(announced);
        long dated = row.getLong("kept_from");
        Instant since = Instant.ofEpochMilli(row.wasNull() ? row.getLong("start_millis") : dated);
        return Departure.of(SessionRows.session(row), since.plus(retention), first);
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

    /// Nobody can be told by its name of a session that cannot be read, nor keep what it says: it counts
    /// as announced when it is found, so that it goes at the age of the others.
    static void announceUnreadable(Database database, Instant now) throws StoreException {
        List<SessionId> found =
                database.read(connection -> {
                    List<SessionId> announced =
                            Sql.list(
                                    connection,
                                    "SELECT id FROM sessions WHERE announced <= ?",
                                    row -> new SessionId(row.getLong("id")),
                                    StoredTime.millis(now));
                    return SessionReading.unreadable(connection).stream()
                            .filter(id -> !announced.contains(id))
                            .toList();
                });
        if (!found.isEmpty()) {
            database.<Boolean>write(connection -> announce(connection, found, now));
        }
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
