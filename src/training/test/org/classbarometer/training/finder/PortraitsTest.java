package org.classbarometer.training.finder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortraitsTest {
    private static final int SIDE = 40;
    private static final Area FACE = new Area(80, 60, 40, 52);
    private static final Photo PHOTO = Scenes.photo("one", 200, 160, FACE);

    /// Left half dark, right half bright: nothing in the photograph is.
    private static final Portraits HALVES = Portraits.of(List.of(halves()));

    private final View view = new View(100, 86, 0.5, 0.5, 0, false, SIDE, SIDE);
    private final Canvas before = drawn();
    private final Canvas after = drawn();

    private static Grey halves() {
        byte[] pixels = new byte[48 * 48];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i % 48 < 24 ? 40 : 200);
        }
        return new Grey(pixels, 48, 48);
    }

    private Canvas drawn() {
        Canvas canvas = new Canvas(SIDE);
        canvas.draw(PHOTO, view, 0, 0, -1, 0);
        return canvas;
    }

    private static double mean(Canvas canvas, int left, int right) {
        double sum = 0;
        for (int y = 16; y < 24; y++) {
            for (int x = left; x < right; x++) {
                sum += canvas.pixels()[y * SIDE + x];
            }
        }
        return sum / 8 / (right - left);
    }

    @Test
    void a_portrait_covers_the_face_as_bright_as_that_was_and_nothing_around_it() {
        HALVES.put(after, view, FACE, new SplittableRandom(1));

        assertThat(mean(after, 21, 25)).isGreaterThan(mean(after, 15, 19) + 1);
        assertThat(mean(after, 15, 25)).isCloseTo(mean(before, 15, 25), within(40.0));
        assertThat(mean(after, 0, 9)).isEqualTo(mean(before, 0, 9));
        assertThat(mean(after, 31, 40)).isEqualTo(mean(before, 31, 40));
    }

    @Test
    void a_face_that_is_erased_is_gone_though_what_covers_it_is_even() {
        HALVES.put(before, view, FACE, new SplittableRandom(1));
        HALVES.put(after, view, FACE, new SplittableRandom(1));
        byte[] even = new byte[60 * 60];
        Photo grey = Photo.of("grey", new Grey(even, 60, 60), List.of());
        Portraits.erase(after, view, FACE, grey, new SplittableRandom(3));

        double contrast = mean(before, 21, 25) - mean(before, 15, 19);
        assertThat(Math.abs(mean(after, 21, 25) - mean(after, 15, 19))).isLessThan(contrast / 4);
        assertThat(mean(after, 0, 9)).isEqualTo(mean(before, 0, 9));
    }

    @Test
    void only_rows_to_learn_from_are_read(@TempDir Path folder) throws Exception {
        String pixels = String.join(" ", Collections.nCopies(48 * 48, "7"));
        Path csv = folder.resolve("fer2013.csv");
        Files.writeString(csv, "emotion,pixels,Usage\n3," + pixels + ",PublicTest\n");
        assertThat(Portraits.read(csv).isEmpty()).isTrue();

        Files.writeString(csv, "emotion,pixels,Usage\n3," + pixels + ",Training\n");
        assertThat(Portraits.read(csv).isEmpty()).isFalse();
    }
}
