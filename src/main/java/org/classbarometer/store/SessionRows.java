package org.classbarometer.store;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
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
import org.classbarometer.session.SessionOverview.Point;
import org.classbarometer.session.SessionPlan;
import org.classbarometer.session.Use;

/// Turns sessions into rows of [SessionSchema] and back.
final class SessionRows {
    static final String SESSION =
            """
            s.id, s.class_name, s.country, s.purpose, s.start, s.label_set, s.labels, s.model,
            s.bucket_millis, s.k, s.ended, c.at, c.role, c.opted_in, c.statement_version,
            c.statement_language\
            """;

    private SessionRows() {}

    /// @param row with the columns of [#SESSION] first
    static Session session(ResultSet row) throws SQLException {
        Consent consent =
                new Consent(
                        OffsetDateTime.parse(row.getString(12)),
                        row.getString(13),
                        row.getInt(14),
                        row.getString(15),
                        row.getString(16));
        SessionPlan plan =
                new SessionPlan(
                        row.getString(2),
                        use(row.getString(3), row.getString(4)),
                        OffsetDateTime.parse(row.getString(5)),
                        new LabelSet(row.getString(6), List.of(row.getString(7).split(","))),
                        row.getString(8),
                        Duration.ofMillis(row.getLong(9)),
                        row.getInt(10),
                        consent);
        return new Session(
                new SessionId(row.getLong(1)),
                plan,
                Optional.ofNullable(row.getString(11)).map(OffsetDateTime::parse));
    }

    static Use use(String country, String purpose) {
        return new Use(new Place(country), purpose(purpose));
    }

    private static Purpose purpose(String word) {
        for (Purpose purpose : Purpose.values()) {
            if (purpose.word().equals(word)) {
                return purpose;
            }
        }
        throw new IllegalArgumentException("Not a purpose: " + word);
    }

    /// Into `session, idx, faces, uncertain, shares, probabilities`.
    static void bind(PreparedStatement row, SessionId session, Bucket bucket) throws SQLException {
        row.setLong(1, session.value());
        row.setInt(2, bucket.index());
        if (bucket.mood().isPresent()) {
            BucketMood mood = bucket.mood().get();
            row.setInt(3, mood.faces());
            row.setInt(4, mood.uncertain());
            row.setBytes(5, percents(mood.shares()));
            row.setBytes(6, percents(mood.probabilities()));
        }
    }

    /// @param row with `idx, faces, uncertain, shares, probabilities` from a column on
    static Bucket bucket(ResultSet row, int from) throws SQLException {
        byte[] shares = row.getBytes(from + 3);
        Optional<BucketMood> mood =
                shares == null
                        ? Optional.empty()
                        : Optional.of(
                                new BucketMood(
                                        row.getInt(from + 1),
                                        row.getInt(from + 2),
                                        values(shares),
                                        values(row.getBytes(from + 4))));
        return new Bucket(row.getInt(from), mood);
    }

    /// @param row with `id, at_millis, note` from a column on
    static Marker marker(ResultSet row, int from) throws SQLException {
        return new Marker(
                row.getLong(from),
                Duration.ofMillis(row.getLong(from + 1)),
                row.getString(from + 2));
    }

    /// Positions in thousandths in two bytes, then a byte a label.
    static byte[] sparkline(List<Point> points) {
        int labels = points.isEmpty() ? 0 : points.getFirst().shares().length;
        ByteBuffer bytes = ByteBuffer.allocate(points.size() * (2 + labels));
        for (Point point : points) {
            bytes.putShort((short) Math.round(point.position() * 1000));
            bytes.put(percents(point.shares()));
        }
        return bytes.array();
    }

    static List<Point> sparkline(byte[] stored, int labels) {
        List<Point> points = new ArrayList<>();
        for (ByteBuffer bytes = ByteBuffer.wrap(stored); bytes.hasRemaining(); ) {
            double position = bytes.getShort() / 1000.0;
            byte[] shares = new byte[labels];
            bytes.get(shares);
            points.add(new Point(position, values(shares)));
        }
        return points;
    }

    private static byte[] percents(double[] values) {
        byte[] percents = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            percents[i] = (byte) Math.round(values[i] * 100);
        }
        return percents;
    }

    private static double[] values(byte[] percents) {
        double[] values = new double[percents.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = percents[i] / 100.0;
        }
        return values;
    }
}
