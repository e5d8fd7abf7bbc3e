package org.classbarometer.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.classbarometer.mood.Bucket;
import org.classbarometer.session.Session;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.SessionLine;
import org.classbarometer.session.SessionOverview;
import org.classbarometer.session.Timeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads sessions. Called with the database's connection, on its thread.
final class SessionReading {
    private static final Logger LOG = LoggerFactory.getLogger(SessionReading.class);

    private SessionReading() {}

    static int count(Connection connection) throws SQLException {
        return Sql.list(
                        connection,
                        "SELECT count(*) AS all_of_them FROM sessions",
                        row -> row.getInt("all_of_them"))
                .getFirst();
    }

    static List<SessionOverview> overviews(Connection connection) throws SQLException {
        return select(
                connection,
                "ORDER BY s.start_millis DESC, s.id DESC",
                row -> overview(connection, row));
    }

    private static SessionOverview overview(Connection connection, ResultSet row)
            throws SQLException {
        byte[] sparkline = row.getBytes("sparkline");
        // One that still runs, or in which the program was killed, has none yet.
        if (sparkline == null) {
            return counted(connection, row);
        }
        Session session = SessionRows.session(row);
        return new SessionOverview(
                session,
                row.getInt("buckets"),
                row.getInt("suppressed"),
                new SessionLine(sparkline, session.plan().labels().size()));
    }

    /// The overview of a session's buckets as they are now.
    static Optional<SessionOverview> counted(Connection connection, SessionId session)
            throws SQLException {
        return select(
                        connection,
                        "WHERE s.id = ?",
                        row -> counted(connection, row),
                        session.value())
                .stream()
                .findFirst();
    }

    private static SessionOverview counted(Connection connection, ResultSet row)
            throws SQLException {
        Session session = SessionRows.session(row);
        return SessionOverview.of(session, buckets(connection, session));
    }

    static Optional<Timeline> timeline(Connection connection, SessionId session)
            throws SQLException {
        return select(
                        connection,
                        "WHERE s.id = ?",
                        row -> timeline(connection, row),
                        session.value())
                .stream()
                .findFirst();
    }

    static List<Timeline> timelines(
            Connection connection, String className, Instant from, Instant to) throws SQLException {
        return select(
                connection,
                "WHERE s.class_name = ? AND s.start_millis >= ? AND s.start_millis < ?"
                        + " ORDER BY s.start_millis, s.id",
                row -> timeline(connection, row),
                className,
                StoredTime.millis(from),
                StoredTime.millis(to));
    }

    private static Timeline timeline(Connection connection, ResultSet row) throws SQLException {
        Session session = SessionRows.session(row);
        return new Timeline(
                session,
                buckets(connection, session),
                MarkerRows.markers(connection, session.id()));
    }

    private static List<Bucket> buckets(Connection connection, Session session)
            throws SQLException {
        int labels = session.plan().labels().size();
        return Sql.list(
                connection,
                """
                SELECT idx, people, uncertain, shown FROM buckets
                WHERE session = ? ORDER BY idx\
                """,
                row -> SessionRows.bucket(row, labels),
                session.id().value());
    }

    /// Those that no list has, because something of them is damaged or lost.
    static List<SessionId> unreadable(Connection connection) throws SQLException {
        List<SessionId> all =
                Sql.list(
                        connection,
                        "SELECT id FROM sessions WHERE discarded = 0 ORDER BY id",
                        row -> new SessionId(row.getLong("id")));
        Set<SessionId> readable =
                overviews(connection).stream()
                        .map(one -> one.session().id())
                        .collect(Collectors.toSet());
        return all.stream().filter(id -> !readable.contains(id)).toList();
    }

    /// The rows of a query of sessions. One that cannot be understood is logged and left out: the file
    /// is not trusted, and what is whole in it shall be seen.
    ///
    /// @param which follows [SessionRows#SELECT]
    static <T> List<T> select(
            Connection connection, String which, Sql.RowReader<T> reader, Object... values)
            throws SQLException {
        List<T> read = new ArrayList<>();
        Sql.each(
                connection,
                SessionRows.SELECT + which,
                row -> {
                    try {
                        read.add(reader.of(row));
                    } catch (RuntimeException unreadable) {
                        LOG.warn(
                                "Session {} cannot be read: {}",
                                row.getLong("id"),
                                unreadable.toString());
                    }
                },
                values);
        return read;
    }
}
