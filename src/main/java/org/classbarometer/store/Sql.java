package org.classbarometer.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Statements and their values. Called with the database's connection, on its thread.
final class Sql {
    private Sql() {}

    /// Makes something of a row.
    @FunctionalInterface
    interface RowReader<T> {
        T of(ResultSet row) throws SQLException;
    }

    /// Does something with a row.
    @FunctionalInterface
    interface RowUse {
        void with(ResultSet row) throws SQLException;
    }

    /// @return how many rows were changed
    static int run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    static <T> List<T> list(
            Connection connection, String sql, RowReader<T> reader, Object... values)
            throws SQLException {
        List<T> read = new ArrayList<>();
        each(connection, sql, row -> read.add(reader.of(row)), values);
        return read;
    }

    static void each(Connection connection, String sql, RowUse use, Object... values)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            bind(query, values);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    use.with(row);
                }
            }
        }
    }

    // AUTOINCREMENT: no id comes twice in a file, whoever writes into it.
    static long lastId(Connection connection) throws SQLException {
        return list(connection, "SELECT last_insert_rowid() AS id", row -> row.getLong("id"))
                .getFirst();
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// The first column of what a pragma answers; empty text when it answers nothing.
    static String pragma(Connection connection, String pragma) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!statement.execute("PRAGMA " + pragma)) {
                return "";
            }
            try (ResultSet answer = statement.getResultSet()) {
                return answer.next() ? String.valueOf(answer.getString(1)) : "";
            }
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
