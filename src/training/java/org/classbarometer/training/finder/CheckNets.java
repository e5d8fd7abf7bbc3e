package org.classbarometer.training.finder;

import java.util.List;
import org.classbarometer.training.net.Layer;
import org.classbarometer.training.net.Padding;
import org.classbarometer.training.net.PyramidNetwork;

/// Networks that look once more at a place a finder took for a face. Each is a pyramid of one level whose
/// cells' mean is the answer: above 0 for a face, as a logit.
public final class CheckNets {
    /// Side of the square that is shown, in pixels.
    public static final int SIDE = 40;

    private static final double NEAR = 1.6;
    private static final double WIDE = 3.2;

    private static final int STRIDE = 8;
    private static final float FLOOR = 8;

    private CheckNets() {}

    /// @throws IllegalArgumentException when there is none of this name
    public static PyramidNetwork of(String name) {
        return switch (name) {
            case "check", "check-wide" -> build(name, 24, 48, 96);
            case "check-tiny" -> build(name, 4, 8, 8);
            default ->
                    throw new IllegalArgumentException(
                            "no face check " + name + "; there are check and check-wide");
        };
    }

    /// Side of the square that a network is shown, in sizes of the box: what is around a face helps to tell
    /// it, and what is in it does.
    public static double reach(String name) {
        return name.equals("check-wide") ? WIDE : NEAR;
    }

    private static PyramidNetwork build(String name, int first, int second, int third) {
        Layer stem =
                Layer.sequence(
                        new Layer.Standardise(FLOOR),
                        stage(first, 5),
                        stage(second, 3),
                        stage(third, 3));
        return new PyramidNetwork(
                name,
                stem,
                List.of(
                        new PyramidNetwork.Level(
                                STRIDE,
                                Layer.identity(),
                                Layer.identity(),
                                new Layer.Conv(1, 1, 1, Padding.NONE, true))));
    }

    private static Layer stage(int channels, int kernel) {
        return Layer.sequence(
                Layer.conv(channels, kernel, 2),
                Layer.batchNorm(),
                Layer.relu(),
                FinderNets.residual(channels),
                Layer.relu());
    }
}
