package org.classbarometer.face.haar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.classbarometer.text.Text;
import org.jspecify.annotations.Nullable;
import org.opencv.objdetect.CascadeClassifier;

/// The cascades the finder is tuned to, byte for byte.
///
/// A file is compared with its digest before OpenCV sees it. [SightingScore] is fitted to exactly
/// these cascades; and OpenCV, given a damaged one, complains on the process's error stream, finds
/// nothing, or reads outside its memory.
enum CascadeFile {
    USUAL(
            "haarcascade_frontalface_default.xml",
            "0f7d4527844eb514d4a4948e822da90fbb16a34a0bbbbc6adc6498747a5aafb0"),
    ALT2(
            "haarcascade_frontalface_alt2.xml",
            "7b0c967d9abbdfbde025eb9c786947d151b6426040d07a8f9562ed8fd90724b4"),
    ALT(
            "haarcascade_frontalface_alt.xml",
            "6281df13459cc218ff047d02b2ae3859b12ff14a93ffe8952f7b33fad7b9697b"),
    PROFILE(
            "haarcascade_profileface.xml",
            "b39a4a3be45539db146a7fc1d3e761a292c196eb88421185e6a615b3055e612d");

    private final String fileName;
    private final String sha256;

    CascadeFile(String fileName, String sha256) {
        this.fileName = fileName;
        this.sha256 = sha256;
    }

    /// @throws CascadeException when it is missing, unreadable, damaged or another file
    CascadeClassifier open(Path folder) throws CascadeException {
        Path file = folder.resolve(fileName);
        if (Files.notExists(file)) {
            throw problem("face.cascade.missing", file, null);
        }
        try {
            if (!sha256.equals(digest(Files.readAllBytes(file)))) {
                throw problem("face.cascade.damaged", file, null);
            }
        } catch (IOException unreadable) {
            throw problem("face.cascade.unreadable", file, unreadable);
        }
        CascadeClassifier classifier = new CascadeClassifier(file.toString());
        if (classifier.empty()) {
            throw problem("face.cascade.unreadable", file, null);
        }
        return classifier;
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static CascadeException problem(String key, Path file, @Nullable Throwable cause) {
        return new CascadeException(Text.of(key, file), cause);
    }
}
