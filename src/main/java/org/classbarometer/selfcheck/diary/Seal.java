package org.classbarometer.selfcheck.diary;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// A key made of a passphrase, and what it seals: AES-256 in GCM with a fresh random nonce for every
/// record, bound to the record's place by its name as associated data. The key comes from Argon2id.
/// Immutable, thread-safe.
final class Seal {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /// Sealed contents are filled up to whole blocks of this size: a note's length says something.
    private static final int BLOCK = 256;

    private final SecretKey key;
    private final SecureRandom random;

    private Seal(SecretKey key, SecureRandom random) {
        this.key = key;
        this.random = random;
    }

    /// How a key is made of a passphrase; stored beside what it seals.
    ///
    /// @param memory KiB
    record KeyDerivation(byte[] salt, int memory, int passes, int lanes) {
        // RFC 9106, section 4: the second recommended option (64 MiB, 3 passes, 4 lanes), which is
        // above the least that OWASP's Password Storage Cheat Sheet asks for (19 MiB, 2 passes, 1
        // lane).
        private static final int MEMORY = 64 * 1024;
        private static final int PASSES = 3;
        private static final int LANES = 4;
        private static final int SALT_BYTES = 16;

        // Above what any version has used or is likely to, and far below what ends the program: the
        // file is not trusted.
        private static final int MOST_MEMORY = 256 * 1024;
        private static final int MOST_PASSES = 16;
        private static final int MOST_LANES = 16;
        private static final int LONGEST_SALT = 64;

        /// Whether a key can be made of it at a cost this program allows.
        boolean isUsable() {
            return lanes >= 1
                    && lanes <= MOST_LANES
                    && passes >= 1
                    && passes <= MOST_PASSES
                    // RFC 9106, section 3.1: eight KiB a lane at least.
                    && memory >= 8 * lanes
                    && memory <= MOST_MEMORY
                    && salt.length >= SALT_BYTES / 2
                    && salt.length <= LONGEST_SALT;
        }

        static KeyDerivation fresh(SecureRandom random) {
            byte[] salt = new byte[SALT_BYTES];
            random.nextBytes(salt);
            return new KeyDerivation(salt, MEMORY, PASSES, LANES);
        }
    }

    /// Takes a good part of a second: that is its purpose.
    static Seal of(String passphrase, KeyDerivation recipe, SecureRandom random) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withSalt(recipe.salt)
                        .withMemoryAsKB(recipe.memory)
                        .withIterations(recipe.passes)
                        .withParallelism(recipe.lanes)
                        .build());
        byte[] key = new byte[KEY_BYTES];
        // The same passphrase is typed as other code points on another system.
        String words = Normalizer.normalize(passphrase, Normalizer.Form.NFC);
        argon2.generateBytes(words.getBytes(StandardCharsets.UTF_8), key);
        SecretKey made = new SecretKeySpec(key, "AES");
        Arrays.fill(key, (byte) 0);
        return new Seal(made, random);
    }

    /// @param place what the content is and where it stands; needed again to open it
    byte[] close(String content, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] text = content.getBytes(StandardCharsets.UTF_8);
        // Spaces after a JSON text mean nothing.
        byte[] filled = Arrays.copyOf(text, (text.length / BLOCK + 1) * BLOCK);
        Arrays.fill(filled, text.length, filled.length, (byte) ' ');
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(filled);
            return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("AES-GCM is part of every Java", broken);
        }
    }

    /// @return empty when it was sealed with another key, for another place, or was changed since
    Optional<String> open(byte[] sealed, String place) {
        if (sealed.length < NONCE_BYTES + TAG_BITS / 8) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        try {
            byte[] text =
                    cipher(Cipher.DECRYPT_MODE, nonce, place)
                            .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (AEADBadTagException _) {
            return Optional.empty();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("AES-GCM is part of every Java", broken);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
