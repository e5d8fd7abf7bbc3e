package org.classbarometer.disclosure;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Secret throws of a die. The same name and number always bring the same throw, so that publishing
/// the same people again publishes nothing more; without the key they cannot be foreseen.
@FunctionalInterface
public interface Draws {
    /// @param name what is drawn for
    /// @param nth how many throws it had before
    /// @param sides at least 1
    /// @return from 0 to `sides`, exclusive
    int draw(String name, int nth, int sides);

    /// For what happens once, such as a lesson in front of a camera: the key is known to nobody, is
    /// written nowhere and is gone with this object.
    static Draws fresh() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return keyed(key);
    }

    /// For what can be analysed again, such as a recording. HMAC-SHA-256 (RFC 2104).
    ///
    /// @param key hard to guess for whoever does not have the recording, such as its digest
    static Draws keyed(byte[] key) {
        SecretKeySpec secret = new SecretKeySpec(key, "HmacSHA256");
        return (name, nth, sides) -> {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(secret);
                byte[] hash = mac.doFinal((nth + " " + name).getBytes(StandardCharsets.UTF_8));
                int number = 0;
                for (int i = 0; i < Integer.BYTES; i++) {
                    number = (number << Byte.SIZE) | (hash[i] & 0xff);
                }
                return Integer.remainderUnsigned(number, sides);
            } catch (GeneralSecurityException missing) {
                throw new IllegalStateException("Every Java has HmacSHA256", missing);
            }
        };
    }
}
