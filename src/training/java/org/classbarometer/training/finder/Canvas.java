package org.classbarometer.training.finder;

import java.util.ArrayList;
import java.util.List;

/// A piece while it is made.
final class Canvas {
    private final float[] pixels;
    private final int side;
    private final List<Area> faces = new ArrayList<>();
    private final List<Area> ignored = new ArrayList<>();

    Canvas(int side) {
        this.side = side;
        this.pixels = new float[side * side];
    }

    int side() {
        return side;
    }

    float[] pixels() {
        return pixels;
    }

    List<Area> faces() {
        return faces;
    }

    List<Area> ignored() {
        return ignored;
    }

    /// In whole grey values.
    Grey grey() {
        byte[] bytes = new byte[pixels.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.clamp(Math.round(pixels[i]), 0, 255);
        }
        return new Grey(bytes, side, side);
    }

    Crop crop() {
        return new Crop(pixels, side, faces, ignored);
    }

    /// Draws what a view shows.
    ///
    /// @param outside grey beside the photograph, or -1 to go on with its border
    /// @param coarse 0 to 1: how readily a smaller layer of the photograph is taken
    void draw(Photo photo, View view, int left, int top, int outside, double coarse) {
        double shrink = 1 / Math.sqrt(view.scaleX() * view.scaleY());
        int wanted = (int) Math.floor(Math.log(shrink) / Math.log(2) + 0.6 * coarse);
        int number = Math.clamp(wanted, 0, photo.layers().size() - 1);
        Grey layer = photo.layers().get(number);
        double unit = 1.0 / (1 << number);
        double toX = view.photoX(1, 0) - view.photoX(0, 0);
        double toY = view.photoY(1, 0) - view.photoY(0, 0);
        for (int y = 0; y < view.height(); y++) {
            double x0 = view.photoX(0.5, y + 0.5);
            double y0 = view.photoY(0.5, y + 0.5);
            int row = (top + y) * side + left;
            for (int x = 0; x < view.width(); x++) {
                double photoX = (x0 + x * toX) * unit;
                double photoY = (y0 + x * toY) * unit;
                boolean beside =
                        photoX < 0
                                || photoY < 0
                                || photoX >= layer.width()
                                || photoY >= layer.height();
                pixels[row + x] = beside && outside >= 0 ? outside : layer.at(photoX, photoY);
            }
        }
    }
}
