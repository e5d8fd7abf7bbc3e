package org.classbarometer.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.classbarometer.session.StoreException;
import org.classbarometer.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One SQLite file with its one connection, which only its own thread touches. Every call blocks until
/// its work is done and may come from any thread; what was written is on the disk when it returns.
///
/// The file is readable by its owner only; it has a write-ahead log (`-wal`) beside it while it is
/// open, and an index of that (`-shm`), which holds page numbers and no content.
public final class Database implements Executor, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final DatabaseFile place;
    private final Connection connection;
    private final Optional<Path> movedAside;
    private final AtomicReference<Optional<Thread>> own = new AtomicReference<>(Optional.empty());
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(this::thread);

    /// Something to do with the connection; runs on the database's thread and must not keep it.
    ///
    /// @param <T> what it brings
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException, StoreException;
    }

    private Database(DatabaseFile place, Connection connection, Optional<Path> movedAside) {
        this.place = place;
        this.connection = connection;
        this.movedAside = movedAside;
    }

    /// Opens a database, making it and its folder where there is none, and brings it up to the schema.
    /// A file that is no database or a damaged one is moved aside and a fresh one begun.
    ///
    /// @param clock names what is moved aside
    /// @throws StoreException when it is of another kind or from a newer program (it stays untouched
    ///     then), held by another program, or cannot be written
    public static Database open(Path file, Schema schema, InstantSource clock)
            throws StoreException {
        DatabaseFile place = new DatabaseFile(file.toAbsolutePath());
        try {
            place.prepare();
            place.refuseOthers(schema);
            Optional<Path> aside =
                    place.isForeign() ? Optional.of(place.moveAside(clock)) : Optional.empty();
            Optional<Connection> sound = connect(place, schema);
            if (sound.isEmpty()) {
                aside = Optional.of(place.moveAside(clock));
                sound = connect(place, schema);
            }
            if (sound.isEmpty()) {
                throw new StoreException(Text.of("store.unusable", file.toString()));
            }
            return new Database(place, sound.get(), aside);
        } catch (SQLException failed) {
            throw DatabaseProblems.of(place.file(), failed);
        } catch (IOException failed) {
            throw DatabaseProblems.of(place.file(), failed);
        }
    }

    private Thread thread(Runnable work) {
        Thread thread = Thread.ofPlatform().name("database").unstarted(work);
        own.set(Optional.of(thread));
        return thread;
    }

    /// @return empty when the file is damaged
    private static Optional<Connection> connect(DatabaseFile place, Schema schema)
            throws SQLException, StoreException, IOException {
        place.create();
        try {
            return connect(place, schema, false);
        } catch (SQLException failed) {
            if (DatabaseProblems.isFull(place.file(), failed)) {
                return connect(place, schema, true);
            }
            throw failed;
        }
    }

    /// @param alone keeps others out, and with them the log's index, for which there is no room
    private static Optional<Connection> connect(DatabaseFile place, Schema schema, boolean alone)
            throws SQLException, StoreException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + place.file());
        try {
            if (alone) {
                pragma(connection, "locking_mode = EXCLUSIVE");
            }
            pragma(connection, "busy_timeout = " + PATIENCE.toMillis());
            // The header told of no other or newer program; what a killed one left in the log may.
            Migrations migrations = new Migrations(place.file(), schema);
            migrations.refuseOthers(connection);
            settle(place.file(), connection);
            migrations.run(connection);
            if (isSound(connection, schema)) {
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

    private static boolean isSound(Connection connection, Schema schema) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT name FROM sqlite_schema WHERE type = 'table'")) {
            while (row.next()) {
                tables.add(row.getString("name"));
            }
        }
        for (String table : tables) {
            if (!schema.large().contains(table)
                    && !pragma(connection, "quick_check('%s')".formatted(table)).equals("ok")) {
                return false;
            }
        }
        return true;
    }

    private static void settle(Path file, Connection connection)
            throws SQLException, StoreException {
        if (!pragma(connection, "journal_mode = WAL").equals("wal")) {
            throw new StoreException(Text.of("store.nowal", file.toString()));
        }
        // NORMAL would survive a kill, but not the plug: with FULL the log is on the disk at each
        // commit. One commit in five seconds makes the cost irrelevant.
        pragma(connection, "synchronous = FULL");
        pragma(connection, "foreign_keys = ON");
        // What is deleted is overwritten with zeros, and nothing spills into temporary files.
        pragma(connection, "secure_delete = ON");
        pragma(connection, "temp_store = MEMORY");
        // The file is not trusted: it may have been tampered with or damaged.
        pragma(connection, "trusted_schema = OFF");
        pragma(connection, "cell_size_check = ON");
        // What a kill left in the log enters the file, and the log is emptied.
        pragma(connection, "wal_checkpoint(TRUNCATE)");
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

    public Path file() {
        return place.file();
    }

    Path folder() {
        return file().resolveSibling("");
    }

    /// Where the damaged file was put that was found here at opening.
    public Optional<Path> movedAside() {
        return movedAside;
    }

    /// Reads.
    public <T> T read(Work<T> work) throws StoreException {
        return run(() -> work.on(connection));
    }

    /// Writes in one transaction: all of it, durably, or nothing.
    public <T> T write(Work<T> work) throws StoreException {
        return run(() -> inTransaction(work));
    }

    /// Replaces or deletes a little in one transaction, and then what it was from the log; in the file
    /// it is overwritten. For much, or what matters most, there is [#erase].
    ///
    /// @throws StoreException also when it was written but traces may be left because another program
    ///     has the file open
    public <T> T rewrite(Work<T> work) throws StoreException {
        return run(() -> {
            T result = inTransaction(work);
            emptyLog();
            return result;
        });
    }

    /// Deletes in one transaction, and then every trace from the bytes of the file and its log. On a
    /// full disk it is done in place, without the log, which costs what the log is for: the plug pulled in
    /// that moment may damage the file.
    ///
    /// @throws StoreException also when it was deleted but traces may be left because another program
    ///     has the file open; on a full disk it says which of the two it is
    public <T> T erase(Work<T> work) throws StoreException {
        return run(() -> {
            Optional<T> deleted = Optional.empty();
            try {
                T result = inTransaction(work);
                deleted = Optional.of(result);
                clean();
                return result;
            } catch (SQLException failed) {
                if (!DatabaseProblems.isFull(file(), failed)) {
                    throw failed;
                }
                return eraseInPlace(work, deleted);
            }
        });
    }

    private <T> T eraseInPlace(Work<T> work, Optional<T> before)
            throws SQLException, StoreException {
        Optional<T> deleted = before;
        try {
            if (!pragma(connection, "journal_mode = MEMORY").equals("memory")) {
                throw new StoreException(Text.of("store.locked", file().toString()));
            }
            T result = deleted.isPresent() ? deleted.get() : inTransaction(work);
            deleted = Optional.of(result);
            execute("VACUUM");
            return result;
        } catch (SQLException | StoreException failed) {
            throw new StoreException(
                    Text.of(
                            deleted.isPresent() ? "store.traces.full" : "store.full.delete",
                            file().toString(),
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
                pragma(connection, "journal_mode = " + mode);
                execute("SELECT count(*) FROM sqlite_schema");
                return;
            } catch (SQLException failed) {
                LOG.warn("No journal of the kind {}", mode, failed);
            }
        }
    }

    /// Sees to it that the file has unused room in it, so that what is written or deleted next needs none
    /// of the disk's.
    ///
    /// @param bytes at least one page's worth
    public void makeRoom(int bytes) throws StoreException {
        run(() -> {
            int page = Integer.parseInt(pragma(connection, "page_size"));
            if (Integer.parseInt(pragma(connection, "freelist_count")) < bytes / page) {
                inTransaction(_ -> {
                    execute("CREATE TABLE room (bytes BLOB)");
                    execute("INSERT INTO room VALUES (zeroblob(%d))".formatted(bytes));
                    execute("DROP TABLE room");
                    return true;
                });
                // Into the file now: later there may be no room for it to grow. The log stays as
                // long.
                pragma(connection, "wal_checkpoint(PASSIVE)");
            }
            return true;
        });
    }

    /// Deletes the damaged files that were moved aside here before a time: their bytes are overwritten
    /// first.
    public void forgetDamaged(Instant movedBefore) throws StoreException {
        run(() -> {
            place.shredAsides(movedBefore);
            return true;
        });
    }

    /// Closes it, overwrites its file and log and deletes them: for what is damaged so that nothing can be
    /// deleted in it.
    public void shred() throws StoreException {
        close();
        try {
            place.shred();
        } catch (IOException failed) {
            throw DatabaseProblems.of(file(), failed);
        }
    }

    /// Whether something failed because the file is damaged.
    public static boolean isDamage(Throwable failed) {
        return Stream.iterate(failed, Objects::nonNull, Throwable::getCause)
                .anyMatch(one -> one instanceof SQLException sql && DatabaseProblems.damaged(sql));
    }

    /// Whether something failed because there is no room on the disk.
    public boolean isFull(Throwable failed) {
        return Stream.iterate(failed, Objects::nonNull, Throwable::getCause)
                .anyMatch(one ->
                        one instanceof SQLException sql && DatabaseProblems.isFull(file(), sql));
    }

    /// Does something on the database's thread again and again, until it is closed; a failure is
    /// logged and does not end it. The task may call the database.
    public void every(Duration time, Runnable task) {
        Future<?> _ =
                thread.scheduleWithFixedDelay(
                        () -> {
                            try {
                                task.run();
                            } catch (RuntimeException failed) {
                                LOG.warn("Upkeep of the database failed", failed);
                            }
                        },
                        time.toMillis(),
                        time.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /// Does something on the database's thread after all that was asked before, and returns at once;
    /// from that thread itself, does it now. It may call the database.
    ///
    /// @throws RejectedExecutionException when the database is closed
    @Override
    public void execute(Runnable work) {
        if (onOwnThread()) {
            work.run();
        } else {
            thread.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException failed) {
                    LOG.error("Work on the database's thread failed", failed);
                }
            });
        }
    }

    private boolean onOwnThread() {
        return own.get().filter(Thread.currentThread()::equals).isPresent();
    }

    private <T> T inTransaction(Work<T> work) throws SQLException, StoreException {
        execute("BEGIN IMMEDIATE");
        try {
            T result = work.on(connection);
            execute("COMMIT");
            return result;
        } catch (SQLException | StoreException | RuntimeException failed) {
            rollBack();
            throw failed;
        }
    }

    private void rollBack() {
        try {
            execute("ROLLBACK");
        } catch (SQLException _) {
            // SQLite rolls back by itself after some failures, such as a full disk.
        }
    }

    /// secure_delete zeroes what is deleted, but rows that moved between pages before may have left
    /// copies in their gaps: the file is written anew, and its log emptied.
    private void clean() throws SQLException, StoreException {
        execute("VACUUM");
        emptyLog();
    }

    private void emptyLog() throws SQLException, StoreException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
            if (answer.next() && answer.getInt(1) != 0) {
                throw new StoreException(Text.of("store.traces", file().toString()));
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private <T> T run(Callable<T> work) throws StoreException {
        FutureTask<T> task = new FutureTask<>(work);
        try {
            execute(task);
            return await(task);
        } catch (RejectedExecutionException closed) {
            throw new StoreException(Text.of("store.closed", file().toString()), closed);
        }
    }

    private <T> T await(Future<T> future) throws StoreException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException _) {
                    // What has begun to be written is written; the caller learns of it then.
                    interrupted = true;
                } catch (ExecutionException failed) {
                    throw problem(failed);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private StoreException problem(ExecutionException failed) {
        return switch (failed.getCause()) {
            case StoreException known -> new StoreException(known.getMessage(), known);
            case SQLException sql -> DatabaseProblems.of(file(), sql);
            case IOException io -> DatabaseProblems.of(file(), io);
            // A row that cannot be understood, for instance: the file is not trusted.
            case RuntimeException broken -> {
                LOG.error("Work on the database failed", broken);
                yield new StoreException(
                        Text.of("store.failed", file().toString(), broken.toString()), broken);
            }
            case null, default -> throw new IllegalStateException(failed);
        };
    }

    /// Waits for the work under way; the file's log is merged into it. Closing twice is harmless.
    @Override
    public void close() {
        thread.shutdown();
        thread.close();
        try {
            connection.close();
        } catch (SQLException failed) {
            LOG.warn("The database does not close", failed);
        }
    }
}
