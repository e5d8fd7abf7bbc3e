package org.classbarometer.selfcheck.diary;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.classbarometer.selfcheck.diary.Seal.KeyDerivation;
import org.classbarometer.store.Database;
import org.classbarometer.store.Schema;

/// The diary's tables. Contents are bytes: JSON, or JSON sealed when there is a row in `seal`. No column
/// tells more of an entry than that it exists. Every method runs in a transaction of the caller's.
final class DiaryTables {
    // "ClBD": other than the class sessions' file, so that neither is ever taken for the other.
    private static final int APPLICATION_ID = 0x436c4244;

    static final Schema SCHEMA =
            new Schema(
                    APPLICATION_ID,
                    List.of(
                            """
                            CREATE TABLE page (
                                id INTEGER PRIMARY KEY,
                                content BLOB NOT NULL
                            ) STRICT;
                            CREATE TABLE offers (
                                id INTEGER PRIMARY KEY CHECK (id = 1),
                                content BLOB NOT NULL
                            ) STRICT;
                            CREATE TABLE seal (
                                id INTEGER PRIMARY KEY CHECK (id = 1),
                                salt BLOB NOT NULL,
                                memory INTEGER NOT NULL,
                                passes INTEGER NOT NULL,
                                lanes INTEGER NOT NULL,
                                proof BLOB NOT NULL
                            ) STRICT;
                            """),
                    // One damaged page shall not hide the others.
                    Set.of("page", "offers"));

    private DiaryTables() {}

    /// Stored bytes with their place.
    record Row(long id, byte[] content) {}

    /// @param proof something known, sealed: opens with the right passphrase only
    record StoredSeal(KeyDerivation recipe, byte[] proof) {}

    static Optional<StoredSeal> seal(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT salt, memory, passes, lanes, proof FROM seal")) {
            return row.next()
                    ? Optional.of(
                            new StoredSeal(
                                    new KeyDerivation(
                                            row.getBytes("salt"),
                                            row.getInt("memory"),
                                            row.getInt("passes"),
                                            row.getInt("lanes")),
                                    row.getBytes("proof")))
                    : Optional.empty();
        }
    }

    /// @param seal empty takes it away
    static void seal(Connection connection, Optional<StoredSeal> seal) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM seal");
        }
        if (seal.isPresent()) {
            KeyDerivation recipe = seal.get().recipe();
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO seal VALUES (1, ?, ?, ?, ?, ?)")) {
                insert.setBytes(1, recipe.salt());
                insert.setInt(2, recipe.memory());
                insert.setInt(3, recipe.passes());
                insert.setInt(4, recipe.lanes());
                insert.setBytes(5, seal.get().proof());
                insert.executeUpdate();
            }
        }
    }

    /// What was found of a table.
    ///
    /// @param whole false when the file is damaged where it was read
    record Contents(List<Row> rows, boolean whole) {}

    /// Reads from both ends where the file is damaged in between.
    static Contents pages(Connection connection) throws SQLException {
        SortedMap<Long, Row> rows = new TreeMap<>();
        boolean whole = collect(connection, "SELECT id, content FROM page ORDER BY id", rows);
        if (!whole) {
            collect(connection, "SELECT id, content FROM page ORDER BY id DESC", rows);
        }
        return new Contents(List.copyOf(rows.values()), whole);
    }

    static Optional<byte[]> offers(Connection connection) throws SQLException {
        SortedMap<Long, Row> rows = new TreeMap<>();
        collect(connection, "SELECT id, content FROM offers", rows);
        return rows.values().stream().map(Row::content).findFirst();
    }

    /// @return false when damage ended it early
    private static boolean collect(Connection connection, String query, SortedMap<Long, Row> rows)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                long id = row.getLong("id");
                rows.put(id, new Row(id, row.getBytes("content")));
            }
            return true;
        } catch (SQLException failed) {
            if (Database.isDamage(failed)) {
                return false;
            }
            throw failed;
        }
    }

    /// A number no page has. Random, so that a gap does not tell of a deleted page.
    static long freeId(Connection connection, SecureRandom random) throws SQLException {
        try (PreparedStatement taken =
                connection.prepareStatement("SELECT 1 FROM page WHERE id = ?")) {
            while (true) {
                long id = random.nextLong(1, Long.MAX_VALUE);
                taken.setLong(1, id);
                try (ResultSet row = taken.executeQuery()) {
                    if (!row.next()) {
                        return id;
                    }
                }
            }
        }
    }

    static void put(Connection connection, Row page) throws SQLException {
        put(connection, "INSERT OR REPLACE INTO page VALUES (?, ?)", page);
    }

    static void putOffers(Connection connection, byte[] content) throws SQLException {
        put(connection, "INSERT OR REPLACE INTO offers VALUES (?, ?)", new Row(1, content));
    }

    private static void put(Connection connection, String sql, Row row) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, row.id());
            insert.setBytes(2, row.content());
            insert.executeUpdate();
        }
    }

    static void delete(Connection connection, long page) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM page WHERE id = ?")) {
            delete.setLong(1, page);
            delete.executeUpdate();
        }
    }

    static void deleteAll(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM page");
            statement.executeUpdate("DELETE FROM offers");
            statement.executeUpdate("DELETE FROM seal");
        }
    }
}
