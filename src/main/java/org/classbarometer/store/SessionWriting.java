package org.classbarometer.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.classbarometer.mood.Bucket;
import org.classbarometer.session.Consent;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.SessionOverview;
import org.classbarometer.session.SessionPlan;
import org.classbarometer.session.StoreException;

/// Writes sessions, from their beginning with a consent to their end and title. Called with the
/// database's connection, on its thread.
final class SessionWriting {
    private SessionWriting() {}

    static SessionId begin(Connection connection, SessionPlan plan) throws SQLException {
        Sql.run(
                connection,
                """
                INSERT INTO sessions (class_name, country, purpose, start, start_millis,
                    label_set, labels, model, bucket_millis, k)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                plan.className(),
                plan.context().place().country(),
                plan.context().purpose().word(),
                plan.start().toString(),
                plan.start().toInstant().toEpochMilli(),
                plan.labels().name(),
                String.join(",", plan.labels().labels()),
                plan.model(),
                plan.bucket().toMillis(),
                plan.k());
        SessionId id = new SessionId(Sql.lastId(connection));
        Consent consent = plan.consent();
        Sql.run(
                connection,
                """
                INSERT INTO consents (session, at, role, opted_in, statement_version,
                    statement_language)
                VALUES (?, ?, ?, ?, ?, ?)\
                """,
                id.value(),
                consent.at().toString(),
                consent.role(),
                consent.optedIn(),
                consent.statementVersion(),
                consent.statementLanguage());
        return id;
    }

    static boolean add(Connection connection, SessionId session, Bucket bucket)
            throws SQLException, StoreException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        """
                        INSERT INTO buckets
                            (session, idx, people, uncertain, shown)
                        SELECT ?1, ?2, ?3, ?4, ?5 FROM sessions
                        WHERE id = ?1 AND ended IS NULL AND (?3 IS NULL OR ?3 >= k) AND NOT EXISTS
                            (SELECT 1 FROM buckets WHERE session = ?1 AND idx >= ?2)
                        """)) {
            SessionRows.bind(insert, session, bucket);
            return SessionRows.found(insert.executeUpdate(), session);
        }
    }

    static boolean end(Connection connection, SessionId session, OffsetDateTime at)
            throws SQLException, StoreException {
        Optional<SessionOverview> ended = SessionReading.counted(connection, session);
        if (ended.isEmpty()) {
            throw SessionRows.gone(session);
        }
        return SessionRows.change(
                connection,
                session,
                """
                UPDATE sessions SET ended = ?, buckets = ?, suppressed = ?, sparkline = ?
                WHERE id = ?\
                """,
                at.toString(),
                ended.get().buckets(),
                ended.get().suppressed(),
                ended.get().sparkline().packed(),
                session.value());
    }

    static boolean entitle(Connection connection, SessionId session, String title)
            throws SQLException, StoreException {
        return SessionRows.change(
                connection,
                session,
                "UPDATE sessions SET title = ? WHERE id = ?",
                title,
                session.value());
    }
}
