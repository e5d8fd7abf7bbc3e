package org.classbarometer.selfcheck.diary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.classbarometer.selfcheck.Entry;
import org.classbarometer.selfcheck.Offers;
import org.classbarometer.selfcheck.diary.DiaryTables.Row;
import org.classbarometer.selfcheck.diary.DiaryTables.StoredSeal;
import org.classbarometer.selfcheck.diary.Seal.KeyDerivation;
import org.classbarometer.session.StoreException;
import org.classbarometer.store.Database;
import org.classbarometer.text.Text;
import org.jspecify.annotations.Nullable;

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

    private static final String PROOF = "selfcheck/proof";
    private static final String OFFERS = "selfcheck/offers";

    private final Path file;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private Optional<Database> database = Optional.empty();
    private final SealMark mark;
    private Optional<StoredSeal> stored = Optional.empty();
    private @Nullable Seal seal;
    // It was sealed once, and what its passphrase is proven with is gone.
    private boolean sealLost;

    private Diary(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        mark = new SealMark(file.resolveSibling(MARK));
    }

    /// Opens the diary of a folder; makes nothing where there is none.
    ///
    /// @param clock names a damaged file that is moved aside
    /// @throws DiaryException when there is a file that cannot be used
    public static Diary open(Path folder, InstantSource clock) throws DiaryException {
        Diary diary = new Diary(folder.resolve(FILE), clock);
        if (Files.exists(diary.file)) {
            diary.connect();
        } else {
            diary.sealLost = diary.mark.isThere();
        }
        return diary;
    }

    private Database connect() throws DiaryException {
        if (database.isPresent()) {
            return database.get();
        }
        try {
            Database opened = Database.open(file, DiaryTables.SCHEMA, clock);
            database = Optional.of(opened);
            stored = opened.read(DiaryTables::seal);
            if (stored.isPresent()) {
                mark.put();
            } else {
                sealLost = mark.isThere() || opened.read(Diary::looksSealed);
            }
            return opened;
        } catch (StoreException failed) {
            throw problem(failed);
        }
    }

    private static boolean looksSealed(Connection connection) throws SQLException {
        List<byte[]> contents = new ArrayList<>();
        DiaryTables.pages(connection).rows().forEach(row -> contents.add(row.content()));
        DiaryTables.offers(connection).ifPresent(contents::add);
        return !contents.isEmpty() && contents.stream().noneMatch(PageContent::isPlain);
    }

    private static DiaryException problem(StoreException failed) {
        return new DiaryException(failed.getMessage(), failed);
    }

    public Path file() {
        return file;
    }

    /// Where a damaged diary was put that was found at opening.
    public synchronized Optional<Path> movedAside() {
        return database.flatMap(Database::movedAside);
    }

    public synchronized boolean hasPassphrase() {
        return stored.isPresent();
    }

    /// Whether it waits for [#unlock].
    public synchronized boolean isLocked() {
        return sealLost || (stored.isPresent() && seal == null);
    }

    /// Whether it once had a passphrase, and the file no longer has what it is opened with: it was cut
    /// off, changed or is gone. It stays locked until it is deleted or put back.
    public synchronized boolean isSealLost() {
        return sealLost;
    }

    /// @throws DiaryException.WrongPassphrase when it is another one
    public synchronized void unlock(String passphrase) throws DiaryException {
        if (sealLost) {
            throw lost();
        }
        if (stored.isPresent()) {
            seal = proven(passphrase, stored.get());
        }
    }

    private Seal proven(String passphrase, StoredSeal of) throws DiaryException {
        if (!of.recipe().isUsable()) {
            throw new DiaryException(Text.of("selfcheck.diary.recipe", file.toString()));
        }
        Seal made = Seal.of(passphrase, of.recipe(), random);
        // A page proves it as well, where the proof itself is damaged.
        if (made.open(of.proof(), PROOF).isEmpty() && !opensAPage(made)) {
            throw new DiaryException.WrongPassphrase(Text.of("selfcheck.passphrase.wrong"));
        }
        return made;
    }

    private boolean opensAPage(Seal made) throws DiaryException {
        return read(DiaryTables::pages).rows().stream()
                .anyMatch(row -> made.open(row.content(), pagePlace(row.id())).isPresent());
    }

    private DiaryException lost() {
        return new DiaryException(Text.of("selfcheck.diary.lost", file.toString()));
    }

    /// Forgets the key until the next [#unlock].
    public synchronized void lock() {
        seal = null;
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
        requireOpen();
        if (database.isEmpty()) {
            return new Pages(List.of(), List.of(), true);
        }
        List<StoredEntry> entries = new ArrayList<>();
        List<Row> unreadable = new ArrayList<>();
        DiaryTables.Contents found = read(DiaryTables::pages);
        for (Row row : found.rows()) {
            opened(row.content(), pagePlace(row.id()))
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
        requireOpen();
        connect();
        requireOpen();
        return write(connection -> {
            long id = DiaryTables.freeId(connection, random);
            put(connection, new StoredEntry(id, entry));
            return new StoredEntry(id, entry);
        });
    }

    /// Replaces an entry; what was there is gone from the file's bytes.
    public synchronized void change(StoredEntry stored) throws DiaryException {
        requireOpen();
        erase(connection -> {
            put(connection, stored);
            return stored;
        });
    }

    private void put(Connection connection, StoredEntry stored) throws SQLException {
        DiaryTables.put(
                connection,
                new Row(
                        stored.id(),
                        closed(PageContent.of(stored.entry()), pagePlace(stored.id()), seal)));
    }

    /// Deletes an entry, from the file's bytes too.
    public synchronized void delete(StoredEntry stored) throws DiaryException {
        requireOpen();
        erase(connection -> {
            DiaryTables.delete(connection, stored.id());
            return stored;
        });
    }

    public synchronized Offers offers() throws DiaryException {
        requireOpen();
        if (database.isEmpty()) {
            return Offers.NONE;
        }
        return read(DiaryTables::offers)
                .flatMap(content -> opened(content, OFFERS))
                .map(PageContent::offers)
                .orElse(Offers.NONE);
    }

    /// Remembers what was offered; does nothing while there is no diary.
    public synchronized void remember(Offers offers) throws DiaryException {
        if (database.isPresent()) {
            requireOpen();
            write(connection -> {
                DiaryTables.putOffers(connection, closed(PageContent.of(offers), OFFERS, seal));
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
        if (sealLost) {
            throw lost();
        }
        connect();
        allow(now);
        KeyDerivation recipe = KeyDerivation.fresh(random);
        Seal fresh = Seal.of(next, recipe, random);
        StoredSeal stored = new StoredSeal(recipe, fresh.close("{}", PROOF));
        rewrite(Optional.of(stored), fresh);
        mark.put();
    }

    /// Takes the passphrase away: everything is readable again.
    ///
    /// @throws DiaryException.WrongPassphrase when `now` is another one
    public synchronized void removePassphrase(String now) throws DiaryException {
        allow(now);
        removeMark();
        try {
            rewrite(Optional.empty(), null);
        } finally {
            stored.ifPresent(_ -> mark.put());
        }
    }

    private void removeMark() throws DiaryException {
        try {
            mark.remove();
        } catch (IOException failed) {
            throw new DiaryException(
                    Text.of("selfcheck.diary.undeleted", mark.file().toString()), failed);
        }
    }

    // Asked again although it is open: the person may have left the machine for a moment.
    private void allow(String passphrase) throws DiaryException {
        if (stored.isPresent()) {
            seal = proven(passphrase, stored.get());
        }
    }

    private void rewrite(Optional<StoredSeal> next, @Nullable Seal fresh) throws DiaryException {
        Pages pages = pages();
        if (!pages.whole()) {
            throw new DiaryException(Text.of("selfcheck.diary.page", file.toString()));
        }
        Offers offers = offers();
        eraseSeal(connection -> {
            DiaryTables.deleteAll(connection);
            DiaryTables.seal(connection, next);
            for (StoredEntry stored : pages.entries()) {
                byte[] content =
                        closed(PageContent.of(stored.entry()), pagePlace(stored.id()), fresh);
                DiaryTables.put(connection, new Row(stored.id(), content));
            }
            for (Row row : pages.unreadable()) {
                String as = PageContent.unreadable(row.content());
                byte[] content = closed(as, pagePlace(row.id()), fresh);
                DiaryTables.put(connection, new Row(row.id(), content));
            }
            DiaryTables.putOffers(connection, closed(PageContent.of(offers), OFFERS, fresh));
            return next;
        });
        stored = next;
        seal = fresh;
    }

    // It may have failed after it was written: what is kept next must be sealed as the file now is,
    // which the file knows and the passphrase then proves.
    private void eraseSeal(Database.Work<?> work) throws DiaryException {
        try {
            erase(work);
        } catch (DiaryException failed) {
            Optional<StoredSeal> now = read(DiaryTables::seal);
            if (!Arrays.equals(proof(now), proof(stored))) {
                stored = now;
                seal = null;
            }
            throw failed;
        }
    }

    private static byte[] proof(Optional<StoredSeal> of) {
        return of.map(StoredSeal::proof).orElse(new byte[0]);
    }

    /// Deletes every entry and the passphrase from the bytes of the file and its log, and then the
    /// file. A damaged file is overwritten as a whole.
    public synchronized void deleteEverything() throws DiaryException {
        if (database.isEmpty() && !sealLost) {
            return;
        }
        connect();
        try {
            eraseSeal(connection -> {
                DiaryTables.deleteAll(connection);
                return file;
            });
            forgetDamaged();
        } catch (DiaryException failed) {
            if (!Database.isDamage(failed)) {
                throw failed;
            }
            forgetDamaged();
            shred();
        }
        removeMark();
        close();
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new DiaryException(Text.of("selfcheck.diary.undeleted", file.toString()), failed);
        }
    }

    // A damaged diary that was moved aside is a diary too.
    private void forgetDamaged() throws DiaryException {
        try {
            connect().forgetDamaged(Instant.MAX);
        } catch (StoreException failed) {
            throw problem(failed);
        }
    }

    private void shred() throws DiaryException {
        try {
            connect().shred();
        } catch (StoreException failed) {
            throw problem(failed);
        }
    }

    private static String pagePlace(long id) {
        return "selfcheck/page/" + id;
    }

    private static byte[] closed(String content, String place, @Nullable Seal with) {
        return with == null
                ? content.getBytes(java.nio.charset.StandardCharsets.UTF_8)
                : with.close(content, place);
    }

    private Optional<String> opened(byte[] content, String place) {
        Seal with = seal;
        return with == null
                ? Optional.of(new String(content, java.nio.charset.StandardCharsets.UTF_8))
                : with.open(content, place);
    }

    private void requireOpen() throws DiaryException {
        if (sealLost) {
            throw lost();
        }
        if (isLocked()) {
            throw new DiaryException(Text.of("selfcheck.passphrase.locked"));
        }
    }

    private <T> T read(Database.Work<T> work) throws DiaryException {
        try {
            return connect().read(work);
        } catch (StoreException failed) {
            throw problem(failed);
        }
    }

    private <T> T write(Database.Work<T> work) throws DiaryException {
        try {
            return connect().write(work);
        } catch (StoreException failed) {
            throw problem(failed);
        }
    }

    private <T> T erase(Database.Work<T> work) throws DiaryException {
        try {
            return connect().erase(work);
        } catch (StoreException failed) {
            throw problem(failed);
        }
    }

    @Override
    public synchronized void close() {
        database.ifPresent(Database::close);
        database = Optional.empty();
        stored = Optional.empty();
        seal = null;
        sealLost = false;
    }
}
