package org.classbarometer.training.data;

import java.util.random.RandomGenerator;
import org.classbarometer.frame.OpenCv;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/// Varies faces. Owns native memory and is not thread-safe.
final class Varied implements AutoCloseable {
    private final Variation variation;
    private final Mat picture;
    private final Mat placement;
    private final Mat moved;
    private final Mat small;

    Varied(Variation variation) {
        OpenCv.load();
        this.variation = variation;
        this.picture = new Mat(TrainingFace.SIDE, TrainingFace.SIDE, CvType.CV_8UC1);
        this.placement = new Mat(2, 3, CvType.CV_64FC1);
        this.moved = new Mat();
        this.small = new Mat();
    }

    /// @param out filled from `offset` with side times side grey values 0..255
    void into(byte[] pixels, int side, RandomGenerator random, float[] out, int offset) {
        picture.put(0, 0, pixels);
        place(side, random);
        Imgproc.warpAffine(
                picture,
                moved,
                placement,
                new Size(side, side),
                Imgproc.INTER_LINEAR,
                Core.BORDER_REPLICATE);
        if (random.nextFloat() < variation.shrinking()) {
            shrink(side, random);
        }
        byte[] grey = new byte[side * side];
        moved.get(0, 0, grey);
        float[] tones = tones(random);
        for (int i = 0; i < grey.length; i++) {
            out[offset + i] = tones[grey[i] & 0xff];
        }
        if (random.nextFloat() < variation.erasing()) {
            erase(side, random, out, offset);
        }
    }

    private void place(int side, RandomGenerator random) {
        double angle = Math.toRadians(even(random, variation.rotation()));
        double zoom = (1 + even(random, variation.zoom())) * side / TrainingFace.SIDE;
        double stretch = 1 + even(random, variation.stretch());
        double mirror = random.nextBoolean() ? -1 : 1;
        if (variation.equals(Variation.NONE)) {
            mirror = 1;
        }
        double a = Math.cos(angle) * zoom * stretch * mirror;
        double b = Math.sin(angle) * zoom / stretch;
        double c = -Math.sin(angle) * zoom * stretch * mirror;
        double d = Math.cos(angle) * zoom / stretch;
        // The centre of the face goes to the centre, moved by the shift; OpenCV counts from the
        // centres of pixels.
        double from = (TrainingFace.SIDE - 1) / 2.0;
        double to = (side - 1) / 2.0;
        double right = to + even(random, variation.shift()) * side;
        double down = to + even(random, variation.shift()) * side;
        placement.put(0, 0, a, b, right - a * from - b * from, c, d, down - c * from - d * from);
    }

    private static double even(RandomGenerator random, double most) {
        return most * (2 * random.nextDouble() - 1);
    }

    private void shrink(int side, RandomGenerator random) {
        int least = Math.min(variation.shrunkLeast(), side);
        int most = Math.min(variation.shrunkMost(), side);
        int size = random.nextInt(least, most + 1);
        Imgproc.resize(moved, small, new Size(size, size), 0, 0, Imgproc.INTER_AREA);
        Imgproc.resize(small, moved, new Size(side, side), 0, 0, Imgproc.INTER_LINEAR);
    }

    /// What becomes of each grey value.
    private float[] tones(RandomGenerator random) {
        double gamma = Math.exp(even(random, variation.gamma()));
        double contrast = 1 + even(random, variation.contrast());
        double brightness = even(random, variation.brightness());
        float[] tones = new float[256];
        for (int grey = 0; grey < 256; grey++) {
            double curved = 255 * Math.pow(grey / 255.0, gamma);
            double value = (curved - 127.5) * contrast + 127.5 + brightness;
            tones[grey] = (float) Math.clamp(value, 0.0, 255.0);
        }
        return tones;
    }

    private static void erase(int side, RandomGenerator random, float[] out, int offset) {
        int width = random.nextInt(side / 8, side * 2 / 5);
        int height = random.nextInt(side / 8, side * 2 / 5);
        int left = random.nextInt(side - width);
        int top = random.nextInt(side - height);
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                out[offset + y * side + x] = random.nextInt(256);
            }
        }
    }

    @Override
    public void close() {
        picture.release();
        placement.release();
        moved.release();
        small.release();
    }
}
