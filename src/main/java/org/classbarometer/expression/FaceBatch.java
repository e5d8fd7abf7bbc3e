package org.classbarometer.expression;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.classbarometer.face.Box;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;

/// What one worker needs to read faces, kept from frame to frame: the crop, the model's input and
/// output as direct memory, and a tensor laid over them for every batch size met so far. Used by one
/// thread at a time; owns native memory.
final class FaceBatch implements AutoCloseable {
    /// Faces in one run of the model. More gain nothing on CPU and little on a GPU at this size.
    static final int LIMIT = 16;

    private record Bound(Map<String, OnnxTensor> input, Map<String, OnnxTensor> output)
            implements AutoCloseable {
        @Override
        public void close() {
            input.values().forEach(OnnxTensor::close);
            output.values().forEach(OnnxTensor::close);
        }
    }

    private final OrtEnvironment environment;
    private final ModelMetadata model;
    private final FaceCrop crop;
    private final FloatBuffer input;
    private final FloatBuffer logits;
    private final @Nullable Bound[] bound = new @Nullable Bound[LIMIT + 1];

    FaceBatch(OrtEnvironment environment, ModelMetadata model) {
        this.environment = environment;
        this.model = model;
        this.crop = FaceCrop.of(model);
        this.input = direct(LIMIT * crop.length());
        this.logits = direct(LIMIT * model.labels().size());
    }

    private static FloatBuffer direct(int floats) {
        return ByteBuffer.allocateDirect(floats * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    FaceCrop crop() {
        return crop;
    }

    /// Runs the model on at most [#LIMIT] faces; the logits are then in [#logits()].
    ///
    /// @param others further outputs wanted
    /// @return the other outputs; the caller closes them
    OrtSession.Result run(OrtSession session, Mat grey, List<Box> faces, Set<String> others)
            throws OrtException {
        for (int i = 0; i < faces.size(); i++) {
            crop.into(grey, faces.get(i), input, i * crop.length());
        }
        Bound tensors = bound(faces.size());
        return session.run(tensors.input, others, tensors.output);
    }

    /// Row by row, one value a label of the model.
    FloatBuffer logits() {
        return logits;
    }

    private Bound bound(int faces) throws OrtException {
        Bound known = bound[faces];
        if (known == null) {
            int labels = model.labels().size();
            OnnxTensor in =
                    OnnxTensor.createTensor(
                            environment,
                            input.slice(0, faces * crop.length()),
                            new long[] {faces, 1, model.inputHeight(), model.inputWidth()});
            OnnxTensor out =
                    OnnxTensor.createTensor(
                            environment,
                            logits.slice(0, faces * labels),
                            new long[] {faces, labels});
            known = new Bound(Map.of(ModelContract.INPUT, in), Map.of(ModelContract.LOGITS, out));
            bound[faces] = known;
        }
        return known;
    }

    @Override
    public void close() {
        for (Bound tensors : bound) {
            if (tensors != null) {
                tensors.close();
            }
        }
        crop.close();
    }
}
