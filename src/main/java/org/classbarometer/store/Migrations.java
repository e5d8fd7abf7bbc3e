package org.classbarometer.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.classbarometer.session.StoreException;

/// Brings a database up to its schema, each step in a transaction with its version number, so that a
/// kill leaves a version that is whole.
record Migrations(Path file, Schema schema) {
    /// @throws StoreException when the file is another kind of database, or a newer one
    void refuseOthers(Connection connection) throws SQLException, StoreException {
        // An empty file has no tables, and is any kind.
        if (!Sql.pragma(connection, "schema_version").equals("0")) {
            int kind = Integer.parseInt(Sql.pragma(connection, "application_id"));
            schema.refuseOthers(file, kind, version(connection));
        }
    }

    void run(Connection connection) throws SQLException, StoreException {
        Writing writing = new Writing(file, connection);
        while (version(connection) < schema.version()) {
            boolean _ = writing.inTransaction(this::step);
        }
    }

    private boolean step(Connection connection) throws SQLException {
        // Another process may have been faster.
        int version = version(connection);
        if (version < schema.version()) {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate(schema.migrations().get(version));
                statement.execute("PRAGMA application_id = " + schema.applicationId());
                statement.execute("PRAGMA user_version = " + (version + 1));
            }
        }
        return true;
    }

    private static int version(Connection connection) throws SQLException {
        return Integer.parseInt(Sql.pragma(connection, "user_version"));
    }
}
