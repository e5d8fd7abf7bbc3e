package org.classbarometer.training.finder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.classbarometer.training.net.Layer;
import org.classbarometer.training.net.Padding;
import org.classbarometer.training.net.PyramidNetwork;

/// Networks that find faces. A cell answers with five numbers: the score's logit, how far the face's
/// middle lies from the cell's to the right and down, in strides, and the logarithms of its sides in
/// strides.
public final class FinderNets {
    /// Numbers of a cell.
    public static final int ANSWERS = 5;

    private static final float FLOOR = 8;
    // A cell in fifty holds a face before anything is learnt (Lin et al. 2017).
    private static final float FIRST_SCORE = -4;

    private FinderNets() {}

    /// Channels of one family's members.
    ///
    /// @param stem channels of the two convolutions before the first level
    /// @param levels channels of each level's stage
    /// @param neck channels of the sums and heads
    private record Widths(List<Integer> stem, List<Integer> levels, int neck) {}

    /// @throws IllegalArgumentException when there is none of this name
    public static PyramidNetwork of(String name) {
        return widths(name)
                .map(widths -> build(name, widths))
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "no finder " + name + "; there are small, middle and large"));
    }

    private static Optional<Widths> widths(String name) {
        return switch (name) {
            case "tiny" -> Optional.of(new Widths(List.of(4, 8), List.of(8, 8, 8), 8));
            case "small" -> Optional.of(new Widths(List.of(8, 16), List.of(32, 48, 64), 32));
            case "middle" -> Optional.of(new Widths(List.of(8, 24), List.of(40, 64, 80), 32));
            case "large" -> Optional.of(new Widths(List.of(12, 24), List.of(48, 64, 80), 48));
            default -> Optional.empty();
        };
    }

    private static PyramidNetwork build(String name, Widths widths) {
        List<Layer> stem = new ArrayList<>(List.of(new Layer.Standardise(FLOOR)));
        widths.stem().forEach(channels -> stem.add(halving(channels)));
        List<PyramidNetwork.Level> levels = new ArrayList<>();
        int stride = 1 << widths.stem().size();
        for (int channels : widths.levels()) {
            stride *= 2;
            levels.add(
                    new PyramidNetwork.Level(
                            stride,
                            Layer.sequence(halving(channels), residual(channels), Layer.relu()),
                            new Layer.Conv(widths.neck(), 1, 1, Padding.NONE, true),
                            Layer.sequence(
                                    Layer.conv(widths.neck(), 3, 1),
                                    Layer.batchNorm(),
                                    Layer.relu(),
                                    new Layer.Conv(ANSWERS, 1, 1, Padding.NONE, true))));
        }
        return new PyramidNetwork(name, new Layer.Sequence(stem), levels);
    }

    private static Layer halving(int channels) {
        return Layer.sequence(Layer.conv(channels, 3, 2), Layer.batchNorm(), Layer.relu());
    }

    static Layer residual(int channels) {
        return new Layer.Residual(
                Layer.sequence(
                        Layer.conv(channels, 3, 1),
                        Layer.batchNorm(),
                        Layer.relu(),
                        Layer.conv(channels, 3, 1),
                        new Layer.BatchNorm(Layer.BatchNorm.EPSILON, true)),
                Layer.identity());
    }

    /// The last biases with which a run begins: hardly a face anywhere, and each of the size that is
    /// usual on its level.
    static Map<String, float[]> first(PyramidNetwork pyramid) {
        Map<String, float[]> known = new HashMap<>();
        for (int i = 0; i < pyramid.levels().size(); i++) {
            float usual = (float) Math.log(Reach.of(pyramid, i).usual());
            known.put(
                    PyramidNetwork.head(i) + ".3.bias",
                    new float[] {FIRST_SCORE, 0, 0, usual - 0.15f, usual + 0.15f});
        }
        return known;
    }
}
