package org.classbarometer.setup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/// The model files that ship with this version, by their SHA-256: weights in which a bit has turned
/// are still numbers, and nothing else would notice. `models.sha256` is written by `sha256sum`.
public final class ShippedModels {
    private static final String LIST = "models.sha256";
    private static final int DIGITS = 64;

    private ShippedModels() {}

    /// Those that are there and are not as they were shipped: damaged, or exchanged by somebody. Blocks
    /// for a tenth of a second.
    ///
    /// @param home folder with `models/`
    public static List<Path> changed(Path home) throws IOException {
        List<Path> changed = new ArrayList<>();
        for (String line : list().lines().toList()) {
            // Two blanks between them.
            Path file = home.resolve(line.substring(DIGITS + 2));
            if (Files.exists(file) && !line.startsWith(digest(file))) {
                changed.add(file);
            }
        }
        return changed;
    }

    private static String list() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ShippedModels.class.getResourceAsStream(LIST), LIST)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static String digest(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }
}
