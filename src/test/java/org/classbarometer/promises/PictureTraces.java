package org.classbarometer.promises;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.classbarometer.frame.FrameSource;
import org.classbarometer.frame.OpenCv;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.frame.system.SystemFrameSources;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/// Finds pictures in bytes: files of the usual formats by their first bytes wherever they lie, and raw
/// pixels of the demo class by pieces of its own rows.
final class PictureTraces {
    private static final int PIECE = 24;
    private static final List<byte[]> FORMATS =
            List.of(
                    new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0},
                    new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe1},
                    new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xdb},
                    "\u0089PNG\r\n".getBytes(StandardCharsets.ISO_8859_1),
                    "GIF89a".getBytes(StandardCharsets.ISO_8859_1),
                    "WEBPVP8".getBytes(StandardCharsets.ISO_8859_1),
                    "ftypavif".getBytes(StandardCharsets.ISO_8859_1),
                    "ftypisom".getBytes(StandardCharsets.ISO_8859_1));

    private final List<byte[]> needles = new ArrayList<>(FORMATS);

    /// Takes pieces of the first picture of the demo class, in colour and in grey as the models see
    /// them.
    static PictureTraces ofDemoClass() throws Exception {
        OpenCv.load();
        PictureTraces traces = new PictureTraces();
        Mat picture = new Mat();
        Mat grey = new Mat();
        try (FrameSource demo = new SystemFrameSources().open(new SourceChoice.Demo())) {
            demo.read(picture);
            Imgproc.cvtColor(picture, grey, Imgproc.COLOR_BGR2GRAY);
            traces.takePieces(picture);
            traces.takePieces(grey);
        } finally {
            picture.release();
            grey.release();
        }
        return traces;
    }

    private void takePieces(Mat picture) {
        int step = Math.toIntExact(picture.elemSize());
        byte[] piece = new byte[PIECE * step];
        for (int y = 20; y < picture.rows() - 20; y += 23) {
            for (int x = 20; x < picture.cols() - PIECE; x += 97) {
                picture.row(y).get(0, x, piece);
                if (distinct(piece) > piece.length / 3) {
                    needles.add(piece.clone());
                }
            }
        }
    }

    // A piece of a plain wall could stand anywhere by chance.
    private static long distinct(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).chars().distinct().count();
    }

    int size() {
        return needles.size();
    }

    /// @return where the first trace lies; empty when there is none
    Optional<Integer> in(byte[] bytes) {
        String hay = new String(bytes, StandardCharsets.ISO_8859_1);
        return needles.stream()
                .map(needle -> hay.indexOf(new String(needle, StandardCharsets.ISO_8859_1)))
                .filter(at -> at >= 0)
                .findFirst();
    }
}
