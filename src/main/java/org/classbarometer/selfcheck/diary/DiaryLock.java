package org.classbarometer.selfcheck.diary;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.classbarometer.selfcheck.diary.DiaryTables.StoredSeal;
import org.classbarometer.selfcheck.diary.Seal.KeyDerivation;
import org.classbarometer.text.Text;
import org.jspecify.annotations.Nullable;

/// Whether what a diary holds can be read: without a passphrase always, with one only while the seal
/// that is made of it is in memory. Called by one thread at a time.
final class DiaryLock {
    private static final String PROOF = "selfcheck/proof";

    private final Path file;
    private final SealMark mark;
    private final SecureRandom random = new SecureRandom();
    private Optional<StoredSeal> stored = Optional.empty();
    private @Nullable Seal seal;
    // It was sealed once, and what its passphrase is proven with is gone.
    private boolean lost;

    /// Tells whether a seal opens anything that was sealed.
    @FunctionalInterface
    interface Proof {
        boolean isGivenBy(Seal seal) throws DiaryException;
    }

    /// A seal that was not yet written.
    record Fresh(StoredSeal stored, Seal seal) {}

    /// @param file of the diary, for messages
    DiaryLock(Path file, SealMark mark) {
        this.file = file;
        this.mark = mark;
    }

    /// What the file was found to hold.
    ///
    /// @param found empty where there is no seal, and where there is no file
    /// @param looksSealed whether the pages cannot be read as they are
    void found(Optional<StoredSeal> found, boolean looksSealed) {
        stored = found;
        if (found.isPresent()) {
            mark.put();
        } else {
            lost = mark.isThere() || looksSealed;
        }
    }

    boolean hasPassphrase() {
        return stored.isPresent();
    }

    boolean isLocked() {
        return lost || (stored.isPresent() && seal == null);
    }

    boolean isLost() {
        return lost;
    }

    void requireOpen() throws DiaryException {
        requireSeal();
        if (isLocked()) {
            throw new DiaryException(Text.of("selfcheck.passphrase.locked"));
        }
    }

    /// @throws DiaryException when it was sealed once, and the seal is gone
    void requireSeal() throws DiaryException {
        if (lost) {
            throw new DiaryException(Text.of("selfcheck.diary.lost", file.toString()));
        }
    }

    /// Opens it, if it has a passphrase; also one that is open, since the person may have left the
    /// machine for a moment.
    ///
    /// @param otherwise proves the passphrase as well, where the proof itself is damaged
    /// @throws DiaryException.WrongPassphrase when it is another one
    void unlock(String passphrase, Proof otherwise) throws DiaryException {
        if (stored.isEmpty()) {
            return;
        }
        StoredSeal of = stored.get();
        if (!of.recipe().isUsable()) {
            throw new DiaryException(Text.of("selfcheck.diary.recipe", file.toString()));
        }
        Seal made = Seal.of(passphrase, of.recipe(), random);
        if (made.open(of.proof(), PROOF).isEmpty() && !otherwise.isGivenBy(made)) {
            throw new DiaryException.WrongPassphrase(Text.of("selfcheck.passphrase.wrong"));
        }
        seal = made;
    }

    /// Forgets the key.
    void lock() {
        seal = null;
    }

    Fresh fresh(String passphrase) {
        KeyDerivation recipe = KeyDerivation.fresh(random);
        Seal made = Seal.of(passphrase, recipe, random);
        return new Fresh(new StoredSeal(recipe, made.close("{}", PROOF)), made);
    }

    /// The file is sealed so from now on.
    ///
    /// @param next empty where it is not sealed any more
    void changed(Optional<Fresh> next) {
        stored = next.map(Fresh::stored);
        seal = next.map(Fresh::seal).orElse(null);
    }

    /// A change failed, perhaps after it was written: what is stored next must be sealed as the file
    /// now is, which the file knows and the passphrase then proves.
    void perhapsChanged(Optional<StoredSeal> now) {
        if (!Arrays.equals(proof(now), proof(stored))) {
            stored = now;
            seal = null;
        }
    }

    private static byte[] proof(Optional<StoredSeal> of) {
        return of.map(StoredSeal::proof).orElse(new byte[0]);
    }

    /// Notes beside the file whether it has a passphrase, where that is not noted.
    void putMark() {
        stored.ifPresent(_ -> mark.put());
    }

    void removeMark() throws DiaryException {
        DiaryFile.delete(mark.file());
    }

    byte[] close(String content, String place) {
        return close(content, place, Optional.ofNullable(seal));
    }

    static byte[] close(String content, String place, Optional<Seal> with) {
        return with.map(one -> one.close(content, place))
                .orElseGet(() -> content.getBytes(StandardCharsets.UTF_8));
    }

    /// @return empty when it cannot be read
    Optional<String> open(byte[] content, String place) {
        Seal with = seal;
        return with == null
                ? Optional.of(new String(content, StandardCharsets.UTF_8))
                : with.open(content, place);
    }

    /// As before anything was found.
    void reset() {
        stored = Optional.empty();
        seal = null;
        lost = false;
    }
}
