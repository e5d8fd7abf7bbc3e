package org.classbarometer.frame;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/// Reads `file:` addresses (RFC 8089) as people and programs write them: with or without two slashes
/// and `localhost`, with blanks, with letters as they are or as numbers in UTF-8 or Latin-1.
final class FileAddress {
    private FileAddress() {}

    /// @throws IllegalArgumentException when it names another computer, or a number is none
    static String path(String address) {
        String rest = address.substring("file:".length());
        if (rest.startsWith("//")) {
            int slash = rest.indexOf('/', 2);
            String host = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
            if (slash < 0
                    || !(host.isEmpty() || host.toLowerCase(Locale.ROOT).equals("localhost"))) {
                throw new IllegalArgumentException(host);
            }
            rest = rest.substring(slash);
        }
        String path = decoded(rest);
        // "/C:/clip.mp4" on Windows.
        return path.matches("/[A-Za-z]:/.*") ? path.substring(1) : path;
    }

    private static String decoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); ) {
            if (text.charAt(i) == '%') {
                if (i + 3 > text.length()) {
                    throw new IllegalArgumentException(text);
                }
                bytes.write(HexFormat.fromHexDigits(text, i + 1, i + 3));
                i += 3;
            } else {
                int letter = text.codePointAt(i);
                bytes.writeBytes(Character.toString(letter).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(letter);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException _) {
            return bytes.toString(StandardCharsets.ISO_8859_1);
        }
    }
}
