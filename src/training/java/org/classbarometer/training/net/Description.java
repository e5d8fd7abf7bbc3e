package org.classbarometer.training.net;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A tree of layers as plain maps, lists, texts and numbers, for programs in other languages. Every
/// layer and activation is a map with its `kind`, the name of its record, and the record's values.
public final class Description {
    private Description() {}

    /// @return to be written as JSON
    public static Map<String, Object> of(Layer layer) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("kind", layer.getClass().getSimpleName());
        switch (layer) {
            case Layer.Sequence sequence ->
                    said.put("layers", sequence.layers().stream().map(Description::of).toList());
            case Layer.Conv conv -> {
                said.put("filters", conv.filters());
                convolution(said, conv.kernel(), conv.stride(), conv.padding(), conv.bias());
            }
            case Layer.DepthwiseConv conv ->
                    convolution(said, conv.kernel(), conv.stride(), conv.padding(), conv.bias());
            case Layer.BatchNorm norm -> said.put("epsilon", norm.epsilon());
            case Layer.Activate activate -> said.put("function", activation(activate.function()));
            case Layer.Pool pool -> {
                said.put("largest", pool.kind() == Layer.Pool.Kind.LARGEST);
                said.put("size", pool.size());
                said.put("stride", pool.stride());
                said.put("padding", pool.padding());
            }
            case Layer.Dropout dropout -> said.put("rate", dropout.rate());
            case Layer.Dense dense -> said.put("units", dense.units());
            case Layer.Residual residual -> {
                said.put("branch", of(residual.branch()));
                said.put("shortcut", of(residual.shortcut()));
            }
            case Layer.SqueezeExcite squeeze -> {
                said.put("squeezed", squeeze.squeezed());
                said.put("inner", activation(squeeze.inner()));
            }
            case Layer.Scale scale -> {
                said.put("scale", scale.scale());
                said.put("shift", scale.shift());
            }
            case Layer.Standardise standardise -> said.put("floor", standardise.floor());
            case Layer.GlobalMean _, Layer.Flatten _, Layer.GreyToRgb _ -> {}
        }
        return said;
    }

    /// The arrays in the order in which their values lie in a file of weights.
    public static List<Map<String, Object>> of(List<Parameter> parameters) {
        return parameters.stream()
                .map(one ->
                        Map.<String, Object>of(
                                "name",
                                one.name(),
                                "shape",
                                one.shape(),
                                "trained",
                                one.trained(),
                                "decays",
                                one.decays()))
                .toList();
    }

    private static void convolution(
            Map<String, Object> said, int kernel, int stride, Padding padding, boolean bias) {
        said.put("kernel", kernel);
        said.put("stride", stride);
        said.put("padding", padding);
        said.put("bias", bias);
    }

    private static Map<String, Object> activation(Activation function) {
        String kind = function.getClass().getSimpleName();
        return switch (function) {
            case Activation.LeakyRelu leaky -> Map.of("kind", kind, "slope", leaky.slope());
            case Activation.Relu _, Activation.Elu _, Activation.Silu _ -> Map.of("kind", kind);
        };
    }
}
