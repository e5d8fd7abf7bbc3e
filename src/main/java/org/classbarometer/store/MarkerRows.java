package org.classbarometer.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.classbarometer.session.Marker;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.StoreException;

/// The table of markers. Called with the database's connection, on its thread.
final class MarkerRows {
    private MarkerRows() {}

    static Marker mark(Connection connection, SessionId session, Duration at, String note)
            throws SQLException, StoreException {
        Duration rounded = Duration.ofMillis(at.toMillis());
        SessionRows.change(
                connection,
                session,
                """
                INSERT INTO markers (session, at_millis, note)
                SELECT id, ?, ? FROM sessions WHERE id = ?\
                """,
                rounded.toMillis(),
                note,
                session.value());
        return new Marker(Sql.lastId(connection), rounded, note);
    }

    static boolean change(Connection connection, SessionId session, Marker marker)
            throws SQLException, StoreException {
        return SessionRows.change(
                connection,
                session,
                "UPDATE markers SET at_millis = ?, note = ? WHERE id = ? AND session = ?",
                marker.at().toMillis(),
                marker.note(),
                marker.id(),
                session.value());
    }

    static int unmark(Connection connection, SessionId session, Marker marker) throws SQLException {
        return Sql.run(
                connection,
                "DELETE FROM markers WHERE id = ? AND session = ?",
                marker.id(),
                session.value());
    }

    static List<Marker> markers(Connection connection, SessionId session) throws SQLException {
        return Sql.list(
                connection,
                "SELECT id, at_millis, note FROM markers WHERE session = ? ORDER BY at_millis, id",
                SessionRows::marker,
                session.value());
    }
}
