package org.classbarometer.training.finder;

import java.util.List;

/// A grey picture: one byte a pixel, row by row. Not to be changed.
public record Grey(byte[] pixels, int width, int height) {
    public Grey {
        if (pixels.length != width * height) {
            throw new IllegalArgumentException(
                    pixels.length + " pixels are no " + width + "x" + height);
        }
    }

    public int at(int x, int y) {
        return pixels[y * width + x] & 0xff;
    }

    /// Between the middles of four pixels; outside, the nearest pixel of the border.
    ///
    /// @param x where 0 is the left edge of the first pixel and 0.5 its middle
    public float at(double x, double y) {
        double left = Math.clamp(x - 0.5, 0, width - 1.0);
        double top = Math.clamp(y - 0.5, 0, height - 1.0);
        int column = Math.min((int) left, Math.max(0, width - 2));
        int row = Math.min((int) top, Math.max(0, height - 2));
        float across = (float) (left - column);
        float down = (float) (top - row);
        int here = row * width + column;
        int right = width > 1 ? 1 : 0;
        int below = height > 1 ? width : 0;
        float upper = mix(pixels[here] & 0xff, pixels[here + right] & 0xff, across);
        float lower = mix(pixels[here + below] & 0xff, pixels[here + below + right] & 0xff, across);
        return upper + (lower - upper) * down;
    }

    private static float mix(int one, int other, float share) {
        return one + (other - one) * share;
    }

    /// Means of four pixels each; an odd last row or column is left out.
    public Grey halved() {
        int columns = width / 2;
        int rows = height / 2;
        byte[] half = new byte[columns * rows];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                int sum =
                        at(2 * x, 2 * y)
                                + at(2 * x + 1, 2 * y)
                                + at(2 * x, 2 * y + 1)
                                + at(2 * x + 1, 2 * y + 1);
                half[y * columns + x] = (byte) ((sum + 2) / 4);
            }
        }
        return new Grey(half, columns, rows);
    }

    /// The same grey values.
    float[] floats() {
        float[] values = new float[pixels.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = pixels[i] & 0xff;
        }
        return values;
    }

    /// One array of pictures of the same size.
    static float[] joined(List<float[]> pictures) {
        int cells = pictures.getFirst().length;
        float[] all = new float[pictures.size() * cells];
        for (int i = 0; i < pictures.size(); i++) {
            System.arraycopy(pictures.get(i), 0, all, i * cells, cells);
        }
        return all;
    }
}
