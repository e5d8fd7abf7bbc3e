package org.classbarometer.selfcheck.diary;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.classbarometer.selfcheck.Entry;
import org.classbarometer.selfcheck.Offers;
import org.classbarometer.selfcheck.diary.DiaryTables.Row;
import org.classbarometer.selfcheck.diary.DiaryTables.StoredSeal;
import org.classbarometer.store.Database;
import org.classbarometer.text.Text;

/// The diary of one person, in a file of its own. There is no file before something is kept or a
/// passphrase is set, and none after everything was deleted. Calls block (a passphrase costs a good
/// part of a second) and are safe on any thread, one after the other.
///
/// A sealed diary must be unlocked before it is read or written; only deleting everything needs no
/// passphrase, as deleting the file does not either.
public final class Diary implements AutoCloseable {
    /// The file's name in the folder it is kept in.
    public static final String FILE = "selfcheck.db";

    /// Lies beside a sealed diary, and is empty.
    static final String MARK = "selfcheck.sealed";

    private static final String OFFERS = "selfcheck/offers";

    private final DiaryFile file;
    private final DiaryLock lock;
    private final SecureRandom random = new SecureRandom();

    private Diary(Path path, InstantSource clock) {
        file = new DiaryFile(path, clock);
        lock = new DiaryLock(path, new SealMark(path.resolveSibling(MARK)));
    }

    /// Opens the diary of a folder; makes nothing where there is none.
    ///
    /// @param clock names a damaged file that is moved aside
    /// @throws DiaryException when there is a file that cannot be used
    public static Diary open(Path folder, InstantSource clock) throws DiaryException {
        Diary diary = new Diary(folder.resolve(FILE), clock);
        if (diary.file.isThere()) {
            diary.connect();
        } else {
            diary.lock.found(Optional.empty(), false);
        }
        return diary;
    }

    private void connect() throws DiaryException {
        if (!file.isOpen()) {
            file.open();
            Optional<StoredSeal> seal = file.read(DiaryTables::seal);
            lock.found(seal, seal.isEmpty() && file.read(Diary::looksSealed));
        }
    }

    private static boolean looksSealed(Connection connection) throws SQLException {
        List<byte[]> contents = new ArrayList<>();
        DiaryTables.pages(connection).rows().forEach(row -> contents.add(row.content()));
        DiaryTables.offers(connection).ifPresent(contents::add);
        return !contents.isEmpty() && contents.stream().noneMatch(PageContent::isPlain);
    }

    public Path file() {
        return file.path();
    }

    /// Where a damaged diary was put that was found at opening.
    public synchronized Optional<Path> movedAside() {
        return file.movedAside();
    }

    public synchronized boolean hasPassphrase() {
        return lock.hasPassphrase();
    }

    /// Whether it waits for [#unlock].
    public synchronized boolean isLocked() {
        return lock.isLocked();
    }

    /// Whether it once had a passphrase, and the file no longer has what it is opened with: it was cut
    /// off, changed or is gone. It stays locked until it is deleted or put back.
    public synchronized boolean isSealLost() {
        return lock.isLost();
    }

    /// @throws DiaryException.WrongPassphrase when it is another one
    public synchronized void unlock(String passphrase) throws DiaryException {
        lock.requireSeal();
        prove(passphrase);
    }

    private void prove(String passphrase) throws DiaryException {
        lock.unlock(passphrase, this::opensAPage);
    }

    private boolean opensAPage(Seal seal) throws DiaryException {
        return file.read(DiaryTables::pages).rows().stream()
                .anyMatch(row -> seal.open(row.content(), pagePlace(row.id())).isPresent());
    }

    /// Forgets the key until the next [#unlock].
    public synchronized void lock() {
        lock.lock();
    }

    /// Newest first; those that can be read.
    public synchronized List<StoredEntry> entries() throws DiaryException {
        return pages().entries();
    }

    /// Whether every page can be read.
    public synchronized boolean isWhole() throws DiaryException {
        return pages().complete();
    }

    private Pages pages() throws DiaryException {
        lock.requireOpen();
        if (!file.isOpen()) {
            return new Pages(List.of(), List.of(), true);
        }
        List<StoredEntry> entries = new ArrayList<>();
        List<Row> unreadable = new ArrayList<>();
        DiaryTables.Contents found = file.read(DiaryTables::pages);
        for (Row row : found.rows()) {
            lock.open(row.content(), pagePlace(row.id()))
                    .flatMap(PageContent::entry)
                    .ifPresentOrElse(
                            entry -> entries.add(new StoredEntry(row.id(), entry)),
                            () -> unreadable.add(row));
        }
        entries.sort(
                Comparator.comparing((StoredEntry stored) -> stored.entry().at().toInstant())
                        .reversed());
        return new Pages(List.copyOf(entries), List.copyOf(unreadable), found.whole());
    }

    /// Keeps a new entry; the first one makes the file.
    public synchronized StoredEntry add(Entry entry) throws DiaryException {
        lock.requireOpen();
        connect();
        lock.requireOpen();
        return file.write(connection -> {
            long id = DiaryTables.freeId(connection, random);
            put(connection, new StoredEntry(id, entry));
            return new StoredEntry(id, entry);
        });
    }

    /// Replaces an entry; what was there is gone from the file's bytes.
    public synchronized void change(StoredEntry stored) throws DiaryException {
        lock.requireOpen();
        file.erase(connection -> {
            put(connection, stored);
            return stored;
        });
    }

    private void put(Connection connection, StoredEntry stored) throws SQLException {
        DiaryTables.put(
                connection,
                new Row(
                        stored.id(),
                        lock.close(PageContent.of(stored.entry()), pagePlace(stored.id()))));
    }

    /// Deletes an entry, from the file's bytes too.
    public synchronized void delete(StoredEntry stored) throws DiaryException {
        lock.requireOpen();
        file.erase(connection -> {
            DiaryTables.delete(connection, stored.id());
            return stored;
        });
    }

    /// Puts a deleted entry back, as the entry it was.
    public synchronized void putBack(StoredEntry stored) throws DiaryException {
        lock.requireOpen();
        connect();
        lock.requireOpen();
        file.write(connection -> {
            put(connection, stored);
            return stored;
        });
    }

    public synchronized Offers offers() throws DiaryException {
        lock.requireOpen();
        if (!file.isOpen()) {
            return Offers.NONE;
        }
        return file.read(DiaryTables::offers)
                .flatMap(content -> lock.open(content, OFFERS))
                .map(PageContent::offers)
                .orElse(Offers.NONE);
    }

    /// Remembers what was offered; does nothing while there is no diary.
    public synchronized void remember(Offers offers) throws DiaryException {
        if (file.isOpen()) {
            lock.requireOpen();
            file.write(connection -> {
                DiaryTables.putOffers(connection, lock.close(PageContent.of(offers), OFFERS));
                return offers;
            });
        }
    }

    /// Seals the diary with a passphrase, or with another one than now. Everything is written anew with
    /// a fresh key; nothing readable stays in the file's bytes.
    ///
    /// @param now the passphrase so far; not looked at when there is none
    /// @throws DiaryException.WrongPassphrase when `now` is another one
    public synchronized void setPassphrase(String now, String next) throws DiaryException {
        lock.requireSeal();
        connect();
        prove(now);
        rewrite(Optional.of(lock.fresh(next)));
        lock.putMark();
    }

    /// Takes the passphrase away: everything is readable again.
    ///
    /// @throws DiaryException.WrongPassphrase when `now` is another one
    public synchronized void removePassphrase(String now) throws DiaryException {
        prove(now);
        lock.removeMark();
        try {
            rewrite(Optional.empty());
        } finally {
            lock.putMark();
        }
    }

    private void rewrite(Optional<DiaryLock.Fresh> next) throws DiaryException {
        Pages pages = pages();
        if (!pages.whole()) {
            throw new DiaryException(Text.of("selfcheck.diary.page", file.path().toString()));
        }
        Offers offers = offers();
        Optional<Seal> with = next.map(DiaryLock.Fresh::seal);
        eraseSeal(connection -> {
            DiaryTables.deleteAll(connection);
            DiaryTables.seal(connection, next.map(DiaryLock.Fresh::stored));
            for (StoredEntry stored : pages.entries()) {
                rewrite(connection, stored.id(), PageContent.of(stored.entry()), with);
            }
            for (Row row : pages.unreadable()) {
                rewrite(connection, row.id(), PageContent.unreadable(row.content()), with);
            }
            DiaryTables.putOffers(
                    connection, DiaryLock.close(PageContent.of(offers), OFFERS, with));
            return next;
        });
        lock.changed(next);
    }

    private static void rewrite(Connection connection, long id, String content, Optional<Seal> with)
            throws SQLException {
        DiaryTables.put(connection, new Row(id, DiaryLock.close(content, pagePlace(id), with)));
    }

    private void eraseSeal(Database.Work<?> work) throws DiaryException {
        try {
            file.erase(work);
        } catch (DiaryException failed) {
            lock.perhapsChanged(file.read(DiaryTables::seal));
            throw failed;
        }
    }

    /// What would bring the diary back after [#deleteEverything()]; empty where there is none, or where
    /// it was sealed and lost its seal.
    public synchronized Optional<DiaryCopy> copy() throws DiaryException {
        return file.isOpen() && !lock.isLost()
                ? Optional.of(file.read(DiaryCopy::of))
                : Optional.empty();
    }

    /// Makes the diary anew from a copy, locked where that had a passphrase.
    ///
    /// @throws DiaryException when there is another one by now
    public synchronized void putBack(DiaryCopy copy) throws DiaryException {
        if (file.isThere()) {
            throw new DiaryException(Text.of("selfcheck.diary.another", file.path().toString()));
        }
        try {
            file.write(copy::write);
        } catch (DiaryException failed) {
            file.close();
            file.delete();
            throw failed;
        }
        file.close();
        lock.reset();
        connect();
    }

    /// Deletes every entry and the passphrase from the bytes of the file and its log, and then the
    /// file. A damaged file is overwritten as a whole.
    public synchronized void deleteEverything() throws DiaryException {
        if (!file.isOpen() && !lock.isLost()) {
            return;
        }
        connect();
        try {
            eraseSeal(connection -> {
                DiaryTables.deleteAll(connection);
                return connection;
            });
            file.forgetDamaged();
        } catch (DiaryException failed) {
            if (!Database.isDamage(failed)) {
                throw failed;
            }
            file.forgetDamaged();
            file.shred();
        }
        lock.removeMark();
        close();
        file.delete();
    }

    private static String pagePlace(long id) {
        return "selfcheck/page/" + id;
    }

    @Override
    public synchronized void close() {
        file.close();
        lock.reset();
    }
}
