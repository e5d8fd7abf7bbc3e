package org.classbarometer.selfcheck.diary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.classbarometer.session.StoreException;
import org.classbarometer.store.Database;
import org.classbarometer.text.Text;

/// The file of a diary, which is made when it is first written to. What goes wrong is a
/// [DiaryException] in the user's words. Called by one thread at a time.
final class DiaryFile implements AutoCloseable {
    private final Path path;
    private final InstantSource clock;
    private Optional<Database> database = Optional.empty();

    /// @param clock names a damaged file that is moved aside
    DiaryFile(Path path, InstantSource clock) {
        this.path = path;
        this.clock = clock;
    }

    Path path() {
        return path;
    }

    boolean isThere() {
        return Files.exists(path);
    }

    boolean isOpen() {
        return database.isPresent();
    }

    /// Opens it, making it where there is none; does nothing when it is open.
    void open() throws DiaryException {
        attempt(this::database);
    }

    private Database database() throws StoreException {
        if (database.isEmpty()) {
            database = Optional.of(Database.open(path, DiaryTables.SCHEMA, clock));
        }
        return database.get();
    }

    Optional<Path> movedAside() {
        return database.flatMap(Database::movedAside);
    }

    <T> T read(Database.Work<T> work) throws DiaryException {
        return attempt(() -> database().read(work));
    }

    <T> T write(Database.Work<T> work) throws DiaryException {
        return attempt(() -> database().write(work));
    }

    /// As [#write]; what is deleted is gone from the file's bytes.
    <T> T erase(Database.Work<T> work) throws DiaryException {
        return attempt(() -> database().erase(work));
    }

    /// Deletes damaged diaries that were moved aside: they are diaries too.
    void forgetDamaged() throws DiaryException {
        attempt(() -> {
            database().forgetDamaged(Instant.MAX);
            return path;
        });
    }

    /// Overwrites the file as a whole.
    void shred() throws DiaryException {
        attempt(() -> {
            database().shred();
            return path;
        });
    }

    void delete() throws DiaryException {
        delete(path);
    }

    static void delete(Path file) throws DiaryException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new DiaryException(Text.of("selfcheck.diary.undeleted", file.toString()), failed);
        }
    }

    @FunctionalInterface
    private interface Attempt<T> {
        T run() throws StoreException;
    }

    private static <T> T attempt(Attempt<T> task) throws DiaryException {
        try {
            return task.run();
        } catch (StoreException failed) {
            throw new DiaryException(failed.getMessage(), failed);
        }
    }

    @Override
    public void close() {
        database.ifPresent(Database::close);
        database = Optional.empty();
    }
}
