package org.classbarometer.expression;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.classbarometer.face.Box;
import org.opencv.core.Mat;

/// Reads expressions with an ONNX model that keeps the contract of models/README.md, through ONNX
/// Runtime. Thread-safe; every call works on its own thread, with one native thread a call: the
/// callers are the parallelism. What a call needs is kept for the next one, so that a steady stream
/// of frames allocates little more than its results.
public final class OnnxExpressionReader implements ExpressionReader {
    private final LoadedModel model;
    private final Map<LabelSet, LabelView> views;
    private final ConcurrentLinkedQueue<FaceBatch> idle = new ConcurrentLinkedQueue<>();
    // Readers hold the read side: closing waits until the last of them is done.
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    private OnnxExpressionReader(LoadedModel model) {
        this.model = model;
        this.views = ModelView.all(model.metadata());
    }

    /// Opens a model file and tries it once on an empty picture. Blocks for some tens of
    /// milliseconds; OpenCV must be loaded.
    ///
    /// @param file an ONNX file
    /// @param wanted where to run it; CUDA falls back to CPU, see [#notice()]
    /// @throws ModelException when the file is missing, damaged, foreign or breaks the contract
    public static OnnxExpressionReader open(Path file, ExecutionProvider wanted)
            throws ModelException {
        return new OnnxExpressionReader(LoadedModel.load(file, wanted));
    }

    /// As [#open], for pictures that somebody else has framed: a margin of 0 reads a picture that is
    /// nothing but the face as a whole.
    ///
    /// @param cropMargin takes the place of the model's own, see [ModelMetadata#cropMargin()]
    public static OnnxExpressionReader open(Path file, ExecutionProvider wanted, float cropMargin)
            throws ModelException {
        return new OnnxExpressionReader(LoadedModel.load(file, wanted).withCropMargin(cropMargin));
    }

    @Override
    public ModelMetadata metadata() {
        return model.metadata();
    }

    @Override
    public String provider() {
        return model.provider().name();
    }

    @Override
    public Optional<String> notice() {
        return model.notice();
    }

    @Override
    public float[][] probabilities(Mat grey, List<Box> faces) {
        float[][] rows = new float[faces.size()][];
        if (rows.length == 0) {
            return rows;
        }
        return withBatch(batch -> {
            for (int from = 0; from < rows.length; from += FaceBatch.LIMIT) {
                int to = Math.min(rows.length, from + FaceBatch.LIMIT);
                batch.run(model.session(), grey, faces.subList(from, to), Set.of()).close();
                for (int i = from; i < to; i++) {
                    rows[i] = calibrated(batch.logits(), i - from);
                }
            }
            return rows;
        });
    }

    /// softmax(logits / temperature), Guo et al. 2017.
    private float[] calibrated(FloatBuffer logits, int row) {
        float[] result = new float[metadata().labels().size()];
        int offset = row * result.length;
        float most = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < result.length; i++) {
            most = Math.max(most, logits.get(offset + i));
        }
        double sum = 0;
        for (int i = 0; i < result.length; i++) {
            result[i] =
                    (float) Math.exp((logits.get(offset + i) - most) / metadata().temperature());
            sum += result[i];
        }
        for (int i = 0; i < result.length; i++) {
            // A model that answers with no number has read nothing: all labels alike, so uncertain.
            result[i] = sum > 0 ? (float) (result[i] / sum) : 1f / result.length;
        }
        return result;
    }

    @Override
    public ExplanationMap explain(Mat grey, Box face) {
        return withBatch(batch -> {
            byte[] crop = batch.crop().pixels(grey, face);
            try (OrtSession.Result result =
                    batch.run(model.session(), grey, List.of(face), Set.of(ModelContract.MAP))) {
                float[] probabilities = calibrated(batch.logits(), 0);
                OnnxTensor map = (OnnxTensor) result.get(ModelContract.MAP).orElseThrow();
                long[] shape = map.getInfo().getShape();
                int height = (int) shape[2];
                int width = (int) shape[3];
                float[][] activations = new float[probabilities.length][height * width];
                FloatBuffer values = map.getFloatBuffer();
                for (float[] activation : activations) {
                    values.get(activation);
                }
                return new ExplanationMap(
                        crop,
                        metadata().inputWidth(),
                        metadata().inputHeight(),
                        activations,
                        width,
                        height,
                        probabilities);
            }
        });
    }

    @Override
    public LabelView view(LabelSet labels) {
        LabelView known = views.get(labels);
        return known != null
                ? known
                : ModelView.over(metadata(), labels)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "a model of "
                                                + metadata().labels().labels()
                                                + " cannot tell apart "
                                                + labels.labels()));
    }

    @Override
    public List<LabelSet> views() {
        return List.copyOf(views.keySet());
    }

    private interface Work<T> {
        T on(FaceBatch batch) throws OrtException;
    }

    private <T> T withBatch(Work<T> work) {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the model is closed");
            }
            FaceBatch idleBatch = idle.poll();
            FaceBatch batch =
                    idleBatch != null ? idleBatch : new FaceBatch(model.environment(), metadata());
            try {
                return work.on(batch);
            } finally {
                idle.add(batch);
            }
        } catch (OrtException failed) {
            throw new IllegalStateException(String.valueOf(failed.getMessage()), failed);
        } finally {
            lock.readLock().unlock();
        }
    }

    /// Waits for calls still running, then frees the model. Closing twice does nothing.
    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                idle.forEach(FaceBatch::close);
                idle.clear();
                model.close();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
