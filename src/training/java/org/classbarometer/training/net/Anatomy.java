package org.classbarometer.training.net;

import java.util.ArrayList;
import java.util.List;
import org.classbarometer.training.net.Parameter.Start;

/// What a network consists of, worked out from its layers and the size of its input: its arrays with
/// their names and shapes, the sizes between the layers, and the work for one face.
public final class Anatomy {
    public static final String FEATURES = "features";
    public static final String HEAD = "head";

    private final List<Parameter> parameters = new ArrayList<>();
    private final Extent map;
    private final Extent output;
    private long multiplyAdds;

    private Anatomy(Network network) {
        map = walk(FEATURES, network.features(), network.input());
        output = walk(HEAD, network.head(), map);
    }

    private Anatomy(String place, Layer layer, Extent input) {
        map = walk(place, layer, input);
        output = map;
    }

    /// Of layers that are a part of something larger.
    ///
    /// @param place in front of the names of all its arrays
    /// @throws IllegalArgumentException when the layers do not fit each other
    public static Anatomy of(String place, Layer layer, Extent input) {
        return new Anatomy(place, layer, input);
    }

    /// @throws IllegalArgumentException when the layers do not fit each other or the number of
    ///     outputs
    public static Anatomy of(Network network) {
        Anatomy anatomy = new Anatomy(network);
        if (!anatomy.output.equals(Extent.vector(network.outputs()))) {
            throw new IllegalArgumentException(
                    network.architecture()
                            + " ends in "
                            + anatomy.output
                            + " for "
                            + network.outputs()
                            + " labels");
        }
        return anatomy;
    }

    /// In the order of the layers.
    public List<Parameter> parameters() {
        return List.copyOf(parameters);
    }

    /// Values that training changes.
    public long trainedValues() {
        return parameters.stream().filter(Parameter::trained).mapToLong(Parameter::size).sum();
    }

    /// Multiplications of one face's way through the convolutions and dense layers.
    public long multiplyAdds() {
        return multiplyAdds;
    }

    /// The last feature map.
    public Extent map() {
        return map;
    }

    /// The name of a layer's part.
    public static String part(String place, String part) {
        return place + "." + part;
    }

    /// The place of a sequence's layer.
    public static String part(String place, int index) {
        return place + "." + index;
    }

    private Extent walk(String place, Layer layer, Extent in) {
        return switch (layer) {
            case Layer.Sequence sequence -> {
                Extent at = in;
                int index = 0;
                for (Layer step : sequence.layers()) {
                    at = walk(part(place, index++), step, at);
                }
                yield at;
            }
            case Layer.Conv conv ->
                    convolution(
                            place,
                            in,
                            conv.filters(),
                            in.channels(),
                            conv.kernel(),
                            conv.stride(),
                            conv.padding(),
                            conv.bias());
            case Layer.DepthwiseConv conv ->
                    convolution(
                            place,
                            in,
                            in.channels(),
                            1,
                            conv.kernel(),
                            conv.stride(),
                            conv.padding(),
                            conv.bias());
            case Layer.BatchNorm norm -> {
                List<Integer> shape = List.of(in.channels());
                add(place, "gain", shape, norm.silent() ? Start.ZERO : Start.ONE);
                add(place, "bias", shape, Start.ZERO);
                add(place, "mean", shape, Start.RUNNING_MEAN);
                add(place, "variance", shape, Start.RUNNING_VARIANCE);
                yield in;
            }
            case Layer.Dense dense -> {
                if (in.cells() != 1) {
                    throw new IllegalArgumentException(place + " is dense over " + in);
                }
                add(place, "weight", List.of(dense.units(), in.channels()), Start.LECUN);
                add(place, "bias", List.of(dense.units()), Start.ZERO);
                multiplyAdds += (long) dense.units() * in.channels();
                yield Extent.vector(dense.units());
            }
            case Layer.Residual residual -> {
                Extent branch = walk(part(place, "branch"), residual.branch(), in);
                Extent shortcut = walk(part(place, "shortcut"), residual.shortcut(), in);
                if (!branch.equals(shortcut)) {
                    throw new IllegalArgumentException(place + " adds " + branch + ", " + shortcut);
                }
                yield branch;
            }
            case Layer.SqueezeExcite squeeze -> {
                int inner = squeeze.squeezed();
                add(place, "squeeze.weight", List.of(inner, in.channels()), Start.HE);
                add(place, "squeeze.bias", List.of(inner), Start.ZERO);
                add(place, "excite.weight", List.of(in.channels(), inner), Start.LECUN);
                add(place, "excite.bias", List.of(in.channels()), Start.ZERO);
                multiplyAdds += 2L * inner * in.channels();
                yield in;
            }
            case Layer.Pool pool ->
                    new Extent(
                            in.channels(),
                            Math.floorDiv(
                                            in.height() + 2 * pool.padding() - pool.size(),
                                            pool.stride())
                                    + 1,
                            Math.floorDiv(
                                            in.width() + 2 * pool.padding() - pool.size(),
                                            pool.stride())
                                    + 1);
            case Layer.GlobalMean mean -> Extent.vector(in.channels());
            case Layer.Flatten flatten -> Extent.vector(in.size());
            case Layer.GreyToRgb rgb -> new Extent(3, in.height(), in.width());
            case Layer.Activate same -> in;
            case Layer.Dropout same -> in;
            case Layer.Scale same -> in;
            case Layer.Standardise same -> in;
        };
    }

    private Extent convolution(
            String place,
            Extent in,
            int filters,
            int channels,
            int kernel,
            int stride,
            Padding padding,
            boolean bias) {
        add(place, "weight", List.of(filters, channels, kernel, kernel), Start.HE);
        if (bias) {
            add(place, "bias", List.of(filters), Start.ZERO);
        }
        int height = in.height() + padding.top() + padding.bottom() - kernel;
        int width = in.width() + padding.left() + padding.right() - kernel;
        Extent out =
                new Extent(
                        filters,
                        Math.floorDiv(height, stride) + 1,
                        Math.floorDiv(width, stride) + 1);
        multiplyAdds += (long) out.size() * channels * kernel * kernel;
        return out;
    }

    private void add(String place, String name, List<Integer> shape, Start start) {
        parameters.add(new Parameter(part(place, name), shape, start));
    }
}
