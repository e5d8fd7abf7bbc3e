package org.classbarometer.training.quantise;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/// Watches a model read faces, and finds the span of each tensor.
final class RangeCalibration {
    private static final int AT_ONCE = 16;

    private final ModelProto model;
    private final Set<String> tensors;
    private final List<float[]> faces;
    private final int side;

    /// @param faces grey 0..255, `side` times `side` each
    RangeCalibration(ModelProto model, Set<String> tensors, List<float[]> faces, int side) {
        this.model = model;
        this.tensors = tensors;
        this.faces = faces;
        this.side = side;
    }

    Map<String, Span> spans() throws OrtException {
        Map<String, double[]> ranges = new HashMap<>();
        Map<String, Histogram> histograms = new HashMap<>();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // Else tensors that are asked for would be computed apart from those that go on.
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.NO_OPT);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            try (OrtSession session = environment.createSession(watched(), options)) {
                watch(
                        session,
                        (name, values) -> {
                            double[] range = ranges.computeIfAbsent(name, _ -> new double[2]);
                            while (values.hasRemaining()) {
                                float value = values.get();
                                range[0] = Math.min(range[0], value);
                                range[1] = Math.max(range[1], value);
                            }
                        });
                ranges.forEach(
                        (name, range) -> histograms.put(name, new Histogram(range[0], range[1])));
                watch(
                        session,
                        (name, values) -> {
                            Histogram histogram = histograms.get(name);
                            while (histogram != null && values.hasRemaining()) {
                                histogram.add(values.get());
                            }
                        });
            }
        }
        Map<String, Span> spans = new HashMap<>();
        histograms.forEach((name, histogram) -> spans.put(name, histogram.span()));
        return spans;
    }

    private byte[] watched() {
        ModelProto.Builder watched = model.toBuilder();
        tensors.forEach(name ->
                watched.getGraphBuilder().addOutput(ValueInfoProto.newBuilder().setName(name)));
        return watched.build().toByteArray();
    }

    private void watch(OrtSession session, BiConsumer<String, FloatBuffer> seen)
            throws OrtException {
        for (int from = 0; from < faces.size(); from += AT_ONCE) {
            int count = Math.min(AT_ONCE, faces.size() - from);
            FloatBuffer batch = FloatBuffer.allocate(count * side * side);
            faces.subList(from, from + count).forEach(batch::put);
            long[] shape = {count, 1, side, side};
            try (OnnxTensor input =
                            OnnxTensor.createTensor(
                                    OrtEnvironment.getEnvironment(), batch.flip(), shape);
                    OrtSession.Result result = session.run(Map.of("face", input), tensors)) {
                for (Map.Entry<String, OnnxValue> one : result) {
                    seen.accept(one.getKey(), ((OnnxTensor) one.getValue()).getFloatBuffer());
                }
            }
        }
    }
}
