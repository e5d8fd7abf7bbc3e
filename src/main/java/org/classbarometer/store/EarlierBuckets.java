package org.classbarometer.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.classbarometer.disclosure.BucketCounts;
import org.classbarometer.disclosure.Draws;
import org.classbarometer.mood.Bucket;
import org.classbarometer.mood.BucketCutter;
import org.classbarometer.session.Session;
import org.classbarometer.session.StoreException;

/// Takes over the buckets of sessions that were stored before docs/decisions/0030, when they told of
/// single people: what they told is taken for what was seen, and of that only what may be told now is
/// stored. The earlier ones are gone from the bytes of the file afterwards.
final class EarlierBuckets {
    private EarlierBuckets() {}

    static void reduce(Database database) throws StoreException {
        if (!database.read(EarlierBuckets::exist)) {
            return;
        }
        if (database.read(EarlierBuckets::sessions).isEmpty()) {
            // A fresh file has nothing to be erased, and on a nearly full disk no room for it.
            database.<Boolean>write(EarlierBuckets::drop);
        } else {
            database.<Boolean>erase(connection -> {
                for (Session session : sessions(connection)) {
                    reduce(connection, session);
                }
                return drop(connection);
            });
        }
    }

    private static boolean drop(Connection connection) throws SQLException {
        Sql.execute(connection, "DROP TABLE earlier_buckets");
        return true;
    }

    private static boolean exist(Connection connection) throws SQLException {
        return !Sql.list(
                        connection,
                        "SELECT name FROM sqlite_schema WHERE name = 'earlier_buckets'",
                        row -> row.getString("name"))
                .isEmpty();
    }

    private static List<Session> sessions(Connection connection) throws SQLException {
        return SessionReading.select(connection, "", SessionRows::session);
    }

    private static void reduce(Connection connection, Session session) throws SQLException {
        BucketCutter buckets =
                new BucketCutter(
                        session.plan().labels(),
                        session.plan().bucket(),
                        session.plan().k(),
                        Draws.fresh());
        try (PreparedStatement query =
                        connection.prepareStatement(
                                """
                                SELECT idx, faces, uncertain, shares FROM earlier_buckets
                                WHERE session = ? ORDER BY idx
                                """);
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO buckets VALUES (?, ?, ?, ?, ?)")) {
            query.setLong(1, session.id().value());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    Bucket bucket = new Bucket(row.getInt("idx"), buckets.publish(seen(row)));
                    insert.clearParameters();
                    SessionRows.bind(insert, session.id(), bucket);
                    insert.executeUpdate();
                }
            }
        }
    }

    private static List<BucketCounts.FrameCounts> seen(ResultSet row) throws SQLException {
        byte[] shares = row.getBytes("shares");
        int labels = shares == null ? 0 : shares.length;
        int uncertain = row.getInt("uncertain");
        int people = Math.max(0, row.getInt("faces") - uncertain);
        int[] counts = new int[labels];
        for (int i = 0; i < labels; i++) {
            counts[i] = Math.round(shares[i] * people / 100f);
        }
        return List.of(new BucketCounts.FrameCounts(counts, uncertain));
    }
}
