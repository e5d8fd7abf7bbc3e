package org.classbarometer.store;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.mood.Bucket;
import org.classbarometer.mood.BucketMood;
import org.classbarometer.session.Consent;
import org.classbarometer.session.Marker;
import org.classbarometer.session.Place;
import org.classbarometer.session.Purpose;
import org.classbarometer.session.Session;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.SessionPlan;
import org.classbarometer.session.StoreException;
import org.classbarometer.session.UseContext;
import org.classbarometer.text.Text;

/// Turns sessions into rows of [SessionSchema] and back.
final class SessionRows {
    /// Every session with its consent, but for discarded ones; what follows names a condition and an
    /// order.
    static final String SELECT =
            """
            SELECT s.id, s.class_name, s.country, s.purpose, s.start, s.label_set, s.labels, s.model,
                s.bucket_millis, s.k, s.ended, s.title, s.announced, s.start_millis, s.kept_from, s.buckets, s.suppressed, s.sparkline, c.at, c.role,
                c.opted_in, c.statement_version, c.statement_language
            FROM sessions s JOIN consents c ON c.session = s.id AND s.discarded = 0
            """;

    // Two months of the usual steps. What is longer is damage: to lay out its steps would take all
    // memory.
    private static final int MOST_STEPS = 1 << 20;
    private static final Duration LONGEST_BUCKET = Duration.ofDays(1);

    private SessionRows() {}

    /// @param row of [#SELECT]
    static Session session(ResultSet row) throws SQLException {
        Consent consent =
                new Consent(
                        StoredTime.parse(row.getString("at")),
                        row.getString("role"),
                        row.getInt("opted_in"),
                        row.getString("statement_version"),
                        row.getString("statement_language"));
        SessionPlan plan =
                new SessionPlan(
                        row.getString("class_name"),
                        context(row.getString("country"), row.getString("purpose")),
                        StoredTime.parse(row.getString("start")),
                        new LabelSet(
                                row.getString("label_set"),
                                List.of(row.getString("labels").split(","))),
                        row.getString("model"),
                        Duration.ofMillis(row.getLong("bucket_millis")),
                        row.getInt("k"),
                        consent);
        Session session =
                new Session(
                        new SessionId(row.getLong("id")),
                        plan,
                        Optional.ofNullable(row.getString("ended")).map(StoredTime::parse),
                        row.getString("title"));
        Duration longest = plan.bucket().multipliedBy(MOST_STEPS);
        if (plan.bucket().compareTo(LONGEST_BUCKET) > 0
                || session.length().filter(length -> length.compareTo(longest) > 0).isPresent()) {
            throw new IllegalArgumentException("No length of a session");
        }
        return session;
    }

    static UseContext context(String country, String purpose) {
        return new UseContext(new Place(country), purpose(purpose));
    }

    private static Purpose purpose(String word) {
        for (Purpose purpose : Purpose.values()) {
            if (purpose.word().equals(word)) {
                return purpose;
            }
        }
        throw new IllegalArgumentException("Not a purpose: " + word);
    }

    /// Into `session, idx, people, uncertain, shown`.
    static void bind(PreparedStatement row, SessionId session, Bucket bucket) throws SQLException {
        row.setLong(1, session.value());
        row.setInt(2, bucket.index());
        if (bucket.mood().isPresent()) {
            BucketMood mood = bucket.mood().get();
            row.setInt(3, mood.people());
            row.setInt(4, mood.uncertain());
            row.setBytes(5, people(mood.shown()));
        }
    }

    /// @param row with `idx, people, uncertain, shown`
    /// @param labels how many the session tells apart
    static Bucket bucket(ResultSet row, int labels) throws SQLException {
        int index = row.getInt("idx");
        byte[] shown = row.getBytes("shown");
        if (index < 0
                || index >= MOST_STEPS
                || (shown != null && shown.length != labels * Short.BYTES)) {
            throw new IllegalArgumentException("No bucket of " + labels + " labels at " + index);
        }
        Optional<BucketMood> mood =
                shown == null
                        ? Optional.empty()
                        : Optional.of(
                                new BucketMood(
                                        row.getInt("people"),
                                        row.getInt("uncertain"),
                                        people(shown)));
        return new Bucket(index, mood);
    }

    /// @param row with `id, at_millis, note`
    static Marker marker(ResultSet row) throws SQLException {
        return new Marker(
                row.getLong("id"),
                Duration.ofMillis(row.getLong("at_millis")),
                row.getString("note"));
    }

    /// Changes something of a session.
    ///
    /// @throws StoreException when it is not there any more
    static boolean change(Connection connection, SessionId session, String sql, Object... values)
            throws SQLException, StoreException {
        return found(Sql.run(connection, sql, values), session);
    }

    /// @param rows that something of a session was changed in
    /// @throws StoreException when that is none
    static boolean found(int rows, SessionId session) throws StoreException {
        if (rows == 0) {
            throw gone(session);
        }
        return true;
    }

    static StoreException gone(SessionId session) {
        return new StoreException(Text.of("store.gone", session.toString()));
    }

    /// Two bytes a label.
    static byte[] people(int[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Short.BYTES);
        for (int number : numbers) {
            bytes.putShort((short) Math.min(number, Short.MAX_VALUE));
        }
        return bytes.array();
    }

    private static int[] people(byte[] stored) {
        int[] numbers = new int[stored.length / Short.BYTES];
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = bytes.getShort();
        }
        return numbers;
    }
}
