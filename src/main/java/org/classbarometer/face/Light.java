package org.classbarometer.face;

import java.util.Arrays;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/// Brightens dark pictures before a finder sees them: finders know faces as cameras show them in a lit
/// room. Owns native memory; not thread-safe.
final class Light implements AutoCloseable {
    private static final int SAMPLE = 64;

    /// Where nearly everything (this share) is darker than `DARK`, the picture is dark; it is multiplied
    /// until that share reaches `LIT`. More than `MOST` would show noise only.
    private static final double NEARLY_ALL = 0.97;

    private static final int DARK = 100;
    private static final double LIT = 190;
    private static final double MOST = 10;

    /// A gain that is right within this is kept: following compares frames with each other.
    private static final double STEADY = 0.2;

    private final Mat sample = new Mat();
    private final Mat bright = new Mat();
    private final byte[] pixels = new byte[SAMPLE * SAMPLE];
    private final int[] histogram = new int[256];
    private double gain = 1;

    /// @return the picture itself when it is lit well enough, else a brighter one, valid until the next
    ///     call
    Mat enough(Mat grey) {
        if (grey.empty()) {
            return grey;
        }
        int level = level(grey);
        double wanted = level >= DARK ? 1 : Math.min(MOST, LIT / Math.max(1, level));
        if (wanted == 1 || Math.abs(wanted / gain - 1) > STEADY) {
            gain = wanted;
        }
        if (gain == 1) {
            return grey;
        }
        Core.convertScaleAbs(grey, bright, gain, 0);
        return bright;
    }

    private int level(Mat grey) {
        Imgproc.resize(grey, sample, new Size(SAMPLE, SAMPLE), 0, 0, Imgproc.INTER_NEAREST);
        sample.get(0, 0, pixels);
        Arrays.fill(histogram, 0);
        for (byte pixel : pixels) {
            histogram[pixel & 0xff]++;
        }
        int below = 0;
        int level = 0;
        while (level < 255 && below + histogram[level] < NEARLY_ALL * pixels.length) {
            below += histogram[level++];
        }
        return level;
    }

    @Override
    public void close() {
        sample.release();
        bright.release();
    }
}
