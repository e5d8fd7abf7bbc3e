package org.classbarometer.training.finder;

import java.util.SplittableRandom;

/// All that decides what a run of a finder, or of a face check, learns.
///
/// @param architecture name of the network
/// @param steps of the run: the rate falls along half a cosine to nearly nothing at the last
/// @param batch pieces of a step
/// @param side of a piece in pixels
/// @param rate highest learning rate (AdamW)
/// @param decay weight decay
/// @param averaging share of the old weights in the moving average, a step
/// @param seed of all chance
public record FinderRecipe(
        String architecture,
        long steps,
        int batch,
        int side,
        float rate,
        float decay,
        float averaging,
        long seed) {
    private static final double WARM = 200;
    private static final double LAST = 0.005;

    public FinderRecipe {
        if (steps < 1 || batch < 1 || side < 1) {
            throw new IllegalArgumentException("a run needs a step, a piece a step, and a pixel");
        }
    }

    /// The same run with another end.
    public FinderRecipe ending(long end) {
        return new FinderRecipe(architecture, end, batch, side, rate, decay, averaging, seed);
    }

    /// The same run with another highest rate.
    public FinderRecipe learning(float highest) {
        return new FinderRecipe(architecture, steps, batch, side, highest, decay, averaging, seed);
    }

    /// The chance a piece is cut by.
    ///
    /// @param step from 0
    /// @param piece of the batch, from 0
    SplittableRandom chance(long step, int piece) {
        return new SplittableRandom(seed * 1_000_003 + step * batch + piece);
    }

    /// @param step from 0
    /// @return its learning rate
    float rate(long step) {
        double warm = Math.min(1, (step + 1) / WARM);
        double progress = Math.clamp((double) step / steps, 0, 1);
        double cosine = (1 + Math.cos(Math.PI * progress)) / 2;
        return (float) (rate * warm * (LAST + (1 - LAST) * cosine));
    }

    /// @param looks in all, spread evenly over the run, the last one at its end
    /// @return the step after this one at which it is looked how the run does
    long nextLook(long step, int looks) {
        for (int look = 1; look < looks; look++) {
            long at = steps * look / looks;
            if (at > step) {
                return at;
            }
        }
        return steps;
    }
}
