package org.classbarometer.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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

    private final DatabaseFile place;
    private final Connection connection;
    private final Writing writing;
    private final Optional<Path> movedAside;
    private final Optional<Object> identity;
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

    private Database(DatabaseFile place, Connection connection, Optional<Path> movedAside)
            throws IOException {
        this.place = place;
        this.connection = connection;
        this.writing = new Writing(place.file(), connection);
        this.movedAside = movedAside;
        this.identity = place.identity();
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
            Opening opening = new Opening(place, schema);
            Optional<Connection> sound = opening.connect();
            if (sound.isEmpty()) {
                aside = Optional.of(place.moveAside(clock));
                sound = opening.connect();
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
        return change(() -> writing.inTransaction(work));
    }

    /// Replaces or deletes a little in one transaction, and then what it was from the log; in the file
    /// it is overwritten. For much, or what matters most, there is [#erase].
    ///
    /// @throws StoreException also when it was written but traces may be left because another program
    ///     has the file open
    public <T> T rewrite(Work<T> work) throws StoreException {
        return change(() -> writing.rewrite(work));
    }

    /// Deletes in one transaction, and then every trace from the bytes of the file and its log. On a
    /// full disk it is done in place, without the log, which costs what the log is for: the plug pulled in
    /// that moment may damage the file.
    ///
    /// @throws StoreException also when it was deleted but traces may be left because another program
    ///     has the file open; on a full disk it says which of the two it is
    public <T> T erase(Work<T> work) throws StoreException {
        return change(() -> writing.erase(work));
    }

    /// Sees to it that the file has unused room in it, so that what is written or deleted next needs none
    /// of the disk's.
    ///
    /// @param bytes at least one page's worth
    public void makeRoom(int bytes) throws StoreException {
        change(() -> {
            writing.makeRoom(bytes);
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

    // What is written into a file that was deleted or replaced meanwhile is never seen again.
    private <T> T change(Callable<T> work) throws StoreException {
        return run(() -> {
            if (!place.identity().equals(identity)) {
                throw new StoreException(Text.of("store.vanished", file().toString()));
            }
            return work.call();
        });
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
