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

    /// Side of that square in sizes of the box.
    public static final double REACH = 1.6;

    private static final int STRIDE = 8;
    private static final float FLOOR = 8;

    private CheckNets() {}

    /// @throws IllegalArgumentException when there is none of this name
    public static PyramidNetwork of(String name) {
        return switch (name) {
            case "check" -> build(name, 24, 48, 96);
            case "check-tiny" -> build(name, 4, 8, 8);
            default ->
                    throw new IllegalArgumentException(
                            "no face check " + name + "; there is check");
        };
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
