package org.classbarometer.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// What a recording is, by its bytes: SHA-256 of its length and of pieces all over it, so that even a
/// long one is known at once.
final class RecordingDigest {
    private static final int PIECES = 64;
    private static final int PIECE = 1 << 16;

    private RecordingDigest() {}

    /// @param path a file, or a folder of pictures
    static byte[] of(Path path) throws IOException {
        MessageDigest digest = sha256();
        if (Files.isDirectory(path)) {
            try (Stream<Path> files = Files.list(path)) {
                List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
                for (Path file : sorted) {
                    add(digest, file, 1);
                }
            }
        } else if (Files.isRegularFile(path)) {
            add(digest, path, PIECES);
        } else {
            digest.update(path.toString().getBytes(StandardCharsets.UTF_8));
        }
        return digest.digest();
    }

    private static void add(MessageDigest digest, Path file, int pieces) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(size).flip());
            ByteBuffer piece = ByteBuffer.allocate(PIECE);
            for (int i = 0; i < pieces; i++) {
                channel.read(piece.clear(), Math.max(0, size - PIECE) / pieces * i);
                digest.update(piece.flip());
            }
        }
    }

    /// SHA-256 of a text, in hexadecimal digits.
    static String hex(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }
}
