package org.classbarometer.training.ship;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;

/// A model file's bytes in ONNX Runtime, to ask it what the trainer was asked. One thread.
public final class ShippedModel implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final int side;

    /// What it answers.
    ///
    /// @param logits `[face][label]`
    /// @param maps `[face][label][cell]`, rows one after the other
    public record Answer(float[][] logits, float[][][] maps) {}

    /// @param side of the faces in pixels
    public ShippedModel(byte[] file, int side) {
        this.side = side;
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            this.session = environment.createSession(file, options);
        } catch (OrtException refused) {
            throw new IllegalStateException(String.valueOf(refused.getMessage()), refused);
        }
    }

    /// @param faces grey 0..255, one after the other
    public Answer answer(float[] faces, int count) {
        long[] shape = {count, 1, side, side};
        try (OnnxTensor input =
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(faces), shape);
                OrtSession.Result result = session.run(Map.of("face", input))) {
            float[][] logits = (float[][]) result.get("logits").orElseThrow().getValue();
            float[][][][] maps = (float[][][][]) result.get("cam").orElseThrow().getValue();
            float[][][] flat = new float[count][maps[0].length][];
            for (int face = 0; face < count; face++) {
                for (int label = 0; label < flat[face].length; label++) {
                    flat[face][label] = flat(maps[face][label]);
                }
            }
            return new Answer(logits, flat);
        } catch (OrtException failed) {
            throw new IllegalStateException(String.valueOf(failed.getMessage()), failed);
        }
    }

    private static float[] flat(float[][] rows) {
        FloatBuffer cells = FloatBuffer.allocate(rows.length * rows[0].length);
        for (float[] row : rows) {
            cells.put(row);
        }
        return cells.array();
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException failed) {
            throw new IllegalStateException(String.valueOf(failed.getMessage()), failed);
        }
    }
}
