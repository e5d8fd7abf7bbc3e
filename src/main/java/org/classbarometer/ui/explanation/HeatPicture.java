package org.classbarometer.ui.explanation;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.classbarometer.expression.ExplanationMap;

/// Turns an explanation into two pictures in memory: the grey crop the model saw, and a layer of
/// heat that is clear where nothing spoke for a label and glows where much did.
final class HeatPicture {
    /// Pixels on a side of the heat layer; the map's few cells are interpolated to it.
    static final int SIZE = 96;

    // Evidence weaker than this many logits is not blown up to look like much.
    private static final float LEAST_SCALE = 1;
    private static final double MOST_OPAQUE = 0.78;

    private HeatPicture() {}

    static Image crop(ExplanationMap map) {
        WritableImage image = new WritableImage(map.cropWidth(), map.cropHeight());
        int[] pixels = new int[map.crop().length];
        for (int i = 0; i < pixels.length; i++) {
            int grey = map.crop()[i] & 0xff;
            pixels[i] = 0xff000000 | grey << 16 | grey << 8 | grey;
        }
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        map.cropWidth(),
                        map.cropHeight(),
                        PixelFormat.getIntArgbInstance(),
                        pixels,
                        0,
                        map.cropWidth());
        return image;
    }

    /// @param label index of the model's label
    static Image heat(ExplanationMap map, int label) {
        int[] pixels = new int[SIZE * SIZE];
        float scale = scale(map);
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                float value = sample(map, label, (x + 0.5f) / SIZE, (y + 0.5f) / SIZE);
                pixels[y * SIZE + x] = glow(Math.clamp(value / scale, 0f, 1f));
            }
        }
        WritableImage image = new WritableImage(SIZE, SIZE);
        image.getPixelWriter()
                .setPixels(0, 0, SIZE, SIZE, PixelFormat.getIntArgbInstance(), pixels, 0, SIZE);
        return image;
    }

    /// One scale for all labels of a face, so that weak evidence looks weak.
    private static float scale(ExplanationMap map) {
        float most = LEAST_SCALE;
        for (float[] activation : map.activations()) {
            for (float value : activation) {
                most = Math.max(most, value);
            }
        }
        return most;
    }

    /// The map between its cells, bilinear; x and y in [0, 1] over the crop.
    static float sample(ExplanationMap map, int label, float x, float y) {
        float[] cells = map.activations()[label];
        float column = Math.clamp(x * map.width() - 0.5f, 0, map.width() - 1f);
        float row = Math.clamp(y * map.height() - 0.5f, 0, map.height() - 1f);
        int left = (int) column;
        int top = (int) row;
        int right = Math.min(left + 1, map.width() - 1);
        int bottom = Math.min(top + 1, map.height() - 1);
        float alongX = column - left;
        float alongY = row - top;
        float upper =
                cells[top * map.width() + left] * (1 - alongX)
                        + cells[top * map.width() + right] * alongX;
        float lower =
                cells[bottom * map.width() + left] * (1 - alongX)
                        + cells[bottom * map.width() + right] * alongX;
        return upper * (1 - alongY) + lower * alongY;
    }

    /// From clear over dark red to yellow: lightness rises with the value, so it reads without hue.
    static int glow(float value) {
        int alpha = (int) Math.round(255 * MOST_OPAQUE * Math.sqrt(value));
        int red = Math.round(120 + 135 * Math.min(1, value * 1.6f));
        int green = Math.round(230 * Math.max(0, (value - 0.25f) / 0.75f));
        int blue = Math.round(60 * (1 - value));
        return alpha << 24 | red << 16 | green << 8 | blue;
    }
}
