package org.classbarometer.evaluate.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.classbarometer.frame.picture.GreyPicture;
import org.opencv.core.Mat;

/// Reads the picture files of a data set as 8-bit grey, as live use would see them. OpenCV must be
/// loaded.
public final class PictureFile {
    // From the end backwards, so much is looked through for a JPEG's end marker.
    private static final int TAIL = 1 << 20;

    private PictureFile() {}

    /// @return the picture, which the caller releases; empty when the file is missing, broken, cut off,
    ///     too large or no file
    public static Optional<Mat> grey(Path file) {
        try {
            return Files.isRegularFile(file) && !cutOff(file)
                    ? GreyPicture.read(file)
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    // A JPEG that ends too early is filled up with grey by its decoder, without a word: it would be
    // scored as if it were a face. It is whole when it has its end marker (ITU-T T.81, B.2.1);
    // cameras may write something after that.
    private static boolean cutOff(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(2);
            if (head.length < 2 || (head[0] & 0xff) != 0xff || (head[1] & 0xff) != 0xd8) {
                return false;
            }
            in.skipNBytes(Math.max(0, Files.size(file) - head.length - TAIL));
            byte[] tail = in.readNBytes(TAIL);
            for (int i = tail.length - 2; i >= 0; i--) {
                if ((tail[i] & 0xff) == 0xff && (tail[i + 1] & 0xff) == 0xd9) {
                    return false;
                }
            }
            return true;
        }
    }
}
