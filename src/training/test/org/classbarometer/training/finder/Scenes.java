package org.classbarometer.training.finder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Photographs in which a "face" is a bright ellipse on a dark, noisy ground.
final class Scenes {
    private Scenes() {}

    static Photo photo(String name, int width, int height, Area... faces) {
        SplittableRandom random = new SplittableRandom(name.hashCode());
        byte[] pixels = new byte[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (30 + random.nextInt(20));
        }
        for (Area face : faces) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    double u = (x + 0.5 - face.middleX()) / (face.width() / 2);
                    double v = (y + 0.5 - face.middleY()) / (face.height() / 2);
                    if (u * u + v * v < 1) {
                        pixels[y * width + x] = (byte) 220;
                    }
                }
            }
        }
        List<Face> all =
                Arrays.stream(faces).map(area -> new Face(area, 0, 0, false, false)).toList();
        return Photo.of(name, new Grey(pixels, width, height), all);
    }

    /// Photographs with one to three faces each, and some without.
    static Photos photos() {
        List<Photo> with = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            with.add(
                    photo(
                            "with" + i,
                            200,
                            160,
                            new Area(20 + 5 * i, 30, 30, 40),
                            new Area(120, 60 + 3 * i, 40, 50),
                            new Area(70, 100, 20, 26)));
        }
        return new Photos(with, with, List.of(photo("without", 200, 160)));
    }
}
