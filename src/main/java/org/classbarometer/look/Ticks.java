package org.classbarometer.look;

import java.util.ArrayList;
import java.util.List;

/// Where an axis of minutes has its numbers.
public final class Ticks {
    private static final int[] STEPS = {1, 2, 5, 10, 15, 30, 60, 120, 240};

    private Ticks() {}

    /// Round minutes from 0 to the end of the axis; 0 alone where there is no room or no length.
    ///
    /// @param minutes length of the axis
    /// @param most how many intervals there is room for
    public static List<Integer> minutes(double minutes, double most) {
        List<Integer> ticks = new ArrayList<>(List.of(0));
        int step = step(minutes, most);
        for (long tick = step; tick <= minutes && ticks.size() <= most; tick += step) {
            ticks.add(Math.toIntExact(tick));
        }
        return ticks;
    }

    private static int step(double minutes, double most) {
        for (int step : STEPS) {
            if (minutes / step <= most) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }
}
