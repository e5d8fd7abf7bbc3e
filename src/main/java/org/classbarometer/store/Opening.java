package org.classbarometer.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.classbarometer.session.StoreException;
import org.classbarometer.text.Text;

/// Connects to a database's file: settled as every one here is, brought up to its schema, and found sound.
record Opening(DatabaseFile place, Schema schema) {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /// @return empty when the file is damaged
    Optional<Connection> connect() throws SQLException, StoreException, IOException {
        place.create();
        try {
            return connect(false);
        } catch (SQLException failed) {
            if (DatabaseProblems.isFull(place.file(), failed)) {
                return connect(true);
            }
            throw failed;
        }
    }

    /// @param alone keeps others out, and with them the log's index, for which there is no room
    private Optional<Connection> connect(boolean alone) throws SQLException, StoreException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + place.file());
        try {
            if (alone) {
                Sql.pragma(connection, "locking_mode = EXCLUSIVE");
            }
            Sql.pragma(connection, "busy_timeout = " + PATIENCE.toMillis());
            // The header told of no other or newer program; what a killed one left in the log may.
            Migrations migrations = new Migrations(place.file(), schema);
            migrations.refuseOthers(connection);
            settle(connection);
            migrations.run(connection);
            if (isSound(connection)) {
                return Optional.of(connection);
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException failed) {
            connection.close();
            if (DatabaseProblems.damaged(failed)) {
                return Optional.empty();
            }
            throw failed;
        } catch (StoreException refused) {
            connection.close();
            throw refused;
        }
    }

    private boolean isSound(Connection connection) throws SQLException {
        List<String> tables =
                Sql.list(
                        connection,
                        "SELECT name FROM sqlite_schema WHERE type = 'table'",
                        row -> row.getString("name"));
        for (String table : tables) {
            if (!schema.large().contains(table)
                    && !Sql.pragma(connection, "quick_check('%s')".formatted(table)).equals("ok")) {
                return false;
            }
        }
        return true;
    }

    private void settle(Connection connection) throws SQLException, StoreException {
        if (!Sql.pragma(connection, "journal_mode = WAL").equals("wal")) {
            throw new StoreException(Text.of("store.nowal", place.file().toString()));
        }
        // NORMAL would survive a kill, but not the plug: with FULL the log is on the disk at each
        // commit. One commit in five seconds makes the cost irrelevant.
        Sql.pragma(connection, "synchronous = FULL");
        Sql.pragma(connection, "foreign_keys = ON");
        // What is deleted is overwritten with zeros, and nothing spills into temporary files.
        Sql.pragma(connection, "secure_delete = ON");
        Sql.pragma(connection, "temp_store = MEMORY");
        // The file is not trusted: it may have been tampered with or damaged.
        Sql.pragma(connection, "trusted_schema = OFF");
        Sql.pragma(connection, "cell_size_check = ON");
        // What a kill left in the log enters the file, and the log is emptied.
        Sql.pragma(connection, "wal_checkpoint(TRUNCATE)");
    }
}
