package org.classbarometer.training.finder;

import java.util.random.RandomGenerator;

/// Paints over parts of faces: a mask over mouth and nose, dark glasses, a cap, a hand or book before
/// one side.
final class Covering {
    private static final double SHARE = 0.16;
    private static final double SMALLEST = 10;

    private Covering() {}

    /// @param face in the piece, whole
    /// @param shown the part of it that may be painted on
    static void maybe(Canvas canvas, RandomGenerator random, Area face, Area shown, double angle) {
        if (random.nextDouble() >= SHARE || face.width() < SMALLEST) {
            return;
        }
        // In face coordinates: -1 is the left or upper border, 1 the right or lower one.
        double left = -1.1;
        double right = 1.1;
        double top = -1.2;
        double bottom = 1.2;
        double grey = random.nextDouble(0, 256);
        switch (random.nextInt(5)) {
            case 0, 1 -> top = random.nextDouble(0.0, 0.3);
            case 2 -> {
                top = random.nextDouble(-0.4, -0.25);
                bottom = top + random.nextDouble(0.25, 0.45);
                left = -0.85;
                right = 0.85;
                grey = random.nextDouble(0, 70);
            }
            case 3 -> bottom = random.nextDouble(-0.75, -0.4);
            default -> {
                if (random.nextBoolean()) {
                    right = random.nextDouble(-0.4, -0.1);
                } else {
                    left = random.nextDouble(0.1, 0.4);
                }
            }
        }
        double slope = random.nextGaussian() * 25;
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        // The box of a turned face is larger than the face.
        double half = face.height() / 2 / (1 + 0.25 * Math.abs(Math.sin(2 * angle)));
        double narrow = face.width() / 2 / (1 + 0.25 * Math.abs(Math.sin(2 * angle)));
        int endX = Math.min(canvas.side(), (int) Math.ceil(shown.right()));
        int endY = Math.min(canvas.side(), (int) Math.ceil(shown.bottom()));
        for (int y = Math.max(0, (int) shown.top()); y < endY; y++) {
            for (int x = Math.max(0, (int) shown.left()); x < endX; x++) {
                double across = x + 0.5 - face.middleX();
                double down = y + 0.5 - face.middleY();
                double u = (across * cos + down * sin) / narrow;
                double v = (down * cos - across * sin) / half;
                boolean inHead = u * u + v * v < 1.15;
                if (inHead && u > left && u < right && v > top && v < bottom) {
                    canvas.pixels()[y * canvas.side() + x] = (float) (grey + slope * u * v);
                }
            }
        }
    }
}
