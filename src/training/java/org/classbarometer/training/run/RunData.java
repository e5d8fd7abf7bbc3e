package org.classbarometer.training.run;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.classbarometer.training.data.TrainingFace;

/// Which faces a run learns from and is validated on. Kept as `data.json` in the folder of the run, so
/// that it never goes on with others, of which some may have changed sides.
///
/// @param taught faces that teach something
/// @param training SHA-256 of the faces learned from, in their order, in hexadecimal digits
/// @param validation SHA-256 of the faces validated on
record RunData(int taught, String training, String validation) {
    static RunData of(int taught, List<TrainingFace> training, List<TrainingFace> validation) {
        return new RunData(taught, sha256(training), sha256(validation));
    }

    private static String sha256(List<TrainingFace> faces) {
        MessageDigest digest = Sha256.begin();
        for (TrainingFace face : faces) {
            digest.update(face.pixels());
            digest.update(face.label().getBytes(StandardCharsets.UTF_8));
            face.votes()
                    .ifPresent(
                            votes -> votes.counts().forEach(count -> digest.update(number(count))));
            digest.update((byte) '\n');
        }
        return Sha256.digits(digest);
    }

    private static byte[] number(int count) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(count).array();
    }
}
