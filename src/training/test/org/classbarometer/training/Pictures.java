package org.classbarometer.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.classbarometer.frame.OpenCv;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/// Pictures with nobody in them: halves that differ in light, with noise.
public final class Pictures {
    private Pictures() {}

    /// `0.png`, `1.png` and so on in a folder.
    ///
    /// @param upper whether the upper half is the bright one
    public static void write(Path folder, int count, int side, boolean upper) {
        OpenCv.load();
        RandomGenerator random = new SplittableRandom(folder.toString().length());
        byte[] pixels = new byte[side * side];
        for (int i = 0; i < count; i++) {
            for (int at = 0; at < pixels.length; at++) {
                boolean bright = at < pixels.length / 2 == upper;
                pixels[at] = (byte) ((bright ? 150 : 60) + random.nextInt(40));
            }
            write(folder.resolve(i + ".png"), side, pixels);
        }
    }

    private static void write(Path file, int side, byte[] pixels) {
        Mat grey = new Mat(side, side, CvType.CV_8UC1);
        MatOfByte png = new MatOfByte();
        try {
            grey.put(0, 0, pixels);
            Imgcodecs.imencode(".png", grey, png);
            Files.createDirectories(file.resolveSibling(""));
            Files.write(file, png.toArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            png.release();
            grey.release();
        }
    }
}
