package org.classbarometer.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import org.classbarometer.output.Failure;
import org.classbarometer.session.StoreException;
import org.classbarometer.text.Text;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Says in the user's words why a database file cannot be used, and the way out.
final class DatabaseProblems {
    private static final Set<SQLiteErrorCode> HELD =
            Set.of(SQLiteErrorCode.SQLITE_BUSY, SQLiteErrorCode.SQLITE_LOCKED);
    private static final Set<SQLiteErrorCode> DENIED =
            Set.of(
                    SQLiteErrorCode.SQLITE_READONLY,
                    SQLiteErrorCode.SQLITE_CANTOPEN,
                    SQLiteErrorCode.SQLITE_PERM);
    private static final Set<SQLiteErrorCode> DAMAGED =
            Set.of(SQLiteErrorCode.SQLITE_CORRUPT, SQLiteErrorCode.SQLITE_NOTADB);

    /// As Linux and macOS say ENOSPC in English.
    private static final String NO_SPACE = "No space left";

    /// Bytes. With less, not even the log's index finds room: it grows by 32 KiB at a time (SQLite,
    /// "WAL-mode File Format").
    private static final long LEAST_ROOM = 64 * 1024;

    private DatabaseProblems() {}

    static StoreException of(Path file, SQLException failed) {
        SQLiteErrorCode code = code(failed);
        String key =
                switch (code) {
                    case SQLiteErrorCode held when HELD.contains(held) -> "store.locked";
                    case SQLiteErrorCode denied when DENIED.contains(denied) -> "store.denied";
                    case SQLiteErrorCode damaged when DAMAGED.contains(damaged) -> "store.damaged";
                    case SQLITE_FULL -> "store.full";
                    // SQLite says so of a full disk too, where it was not a page that found no
                    // room.
                    case SQLITE_IOERR -> isFull(file) ? "store.full" : "store.disk";
                    default -> "store.failed";
                };
        return new StoreException(
                Text.of(key, file.toString(), String.valueOf(failed.getMessage())), failed);
    }

    static StoreException of(Path file, IOException failed) {
        String reason = Failure.reason(failed);
        boolean full =
                !(failed instanceof AccessDeniedException)
                        && (reason.contains(NO_SPACE) || isFull(file));
        return new StoreException(
                Text.of(full ? "store.full" : "store.denied", file.toString(), reason), failed);
    }

    /// Whether something failed because the disk has no room.
    static boolean isFull(Path file, SQLException failed) {
        SQLiteErrorCode code = code(failed);
        return code == SQLiteErrorCode.SQLITE_FULL
                || (code == SQLiteErrorCode.SQLITE_IOERR && isFull(file));
    }

    // The system's words come in the system's language: the disk itself is asked as well.
    private static boolean isFull(Path file) {
        try {
            FileStore disk = Files.getFileStore(file.resolveSibling("").toAbsolutePath());
            // What is no disk at all, such as /proc, has no size.
            return disk.getTotalSpace() > 0 && disk.getUsableSpace() < LEAST_ROOM;
        } catch (IOException _) {
            return false;
        }
    }

    static boolean damaged(SQLException failed) {
        return DAMAGED.contains(code(failed));
    }

    /// The primary code: extended ones carry it in their low byte.
    private static SQLiteErrorCode code(SQLException failed) {
        return failed instanceof SQLiteException sqlite
                ? SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & 0xff)
                : SQLiteErrorCode.SQLITE_ERROR;
    }
}
