package org.classbarometer.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.classbarometer.session.StoreException;
import org.classbarometer.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes and deletes by a database's connection, on its thread, as [Database] says of each.
record Writing(Path file, Connection connection) {
    private static final Logger LOG = LoggerFactory.getLogger(Writing.class);

    <T> T inTransaction(Database.Work<T> work) throws SQLException, StoreException {
        Sql.execute(connection, "BEGIN IMMEDIATE");
        try {
            T result = work.on(connection);
            Sql.execute(connection, "COMMIT");
            return result;
        } catch (SQLException | StoreException | RuntimeException failed) {
            rollBack();
            throw failed;
        }
    }

    private void rollBack() {
        try {
            Sql.execute(connection, "ROLLBACK");
        } catch (SQLException _) {
            // SQLite rolls back by itself after some failures, such as a full disk.
        }
    }

    <T> T rewrite(Database.Work<T> work) throws SQLException, StoreException {
        T result = inTransaction(work);
        emptyLog();
        return result;
    }

    <T> T erase(Database.Work<T> work) throws SQLException, StoreException {
        Optional<T> deleted = Optional.empty();
        try {
            T result = inTransaction(work);
            deleted = Optional.of(result);
            clean();
            return result;
        } catch (SQLException failed) {
            if (!DatabaseProblems.isFull(file, failed)) {
                throw failed;
            }
            return eraseInPlace(work, deleted);
        }
    }

    private <T> T eraseInPlace(Database.Work<T> work, Optional<T> before)
            throws SQLException, StoreException {
        Optional<T> deleted = before;
        try {
            if (!Sql.pragma(connection, "journal_mode = MEMORY").equals("memory")) {
                throw new StoreException(Text.of("store.locked", file.toString()));
            }
            T result = deleted.isPresent() ? deleted.get() : inTransaction(work);
            deleted = Optional.of(result);
            Sql.execute(connection, "VACUUM");
            return result;
        } catch (SQLException | StoreException failed) {
            throw new StoreException(
                    Text.of(
                            deleted.isPresent() ? "store.traces.full" : "store.full.delete",
                            file.toString(),
                            String.valueOf(failed.getMessage())),
                    failed);
        } finally {
            keepLogAgain();
        }
    }

    // Where even its index finds no room, an ordinary journal is safe as well: it needs room to
    // write, and nothing is written without it.
    private void keepLogAgain() {
        for (String mode : List.of("WAL", "DELETE")) {
            try {
                Sql.pragma(connection, "journal_mode = " + mode);
                Sql.execute(connection, "SELECT count(*) FROM sqlite_schema");
                return;
            } catch (SQLException failed) {
                LOG.warn("No journal of the kind {}", mode, failed);
            }
        }
    }

    /// secure_delete zeroes what is deleted, but rows that moved between pages before may have left
    /// copies in their gaps: the file is written anew, and its log emptied.
    private void clean() throws SQLException, StoreException {
        Sql.execute(connection, "VACUUM");
        emptyLog();
    }

    private void emptyLog() throws SQLException, StoreException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
            if (answer.next() && answer.getInt(1) != 0) {
                throw new StoreException(Text.of("store.traces", file.toString()));
            }
        }
    }

    void makeRoom(int bytes) throws SQLException, StoreException {
        int page = Integer.parseInt(Sql.pragma(connection, "page_size"));
        if (Integer.parseInt(Sql.pragma(connection, "freelist_count")) < bytes / page) {
            inTransaction(_ -> {
                Sql.execute(connection, "CREATE TABLE room (bytes BLOB)");
                Sql.execute(connection, "INSERT INTO room VALUES (zeroblob(%d))".formatted(bytes));
                Sql.execute(connection, "DROP TABLE room");
                return true;
            });
            // Into the file now: later there may be no room for it to grow. The log stays as
            // long.
            Sql.pragma(connection, "wal_checkpoint(PASSIVE)");
        }
    }
}
