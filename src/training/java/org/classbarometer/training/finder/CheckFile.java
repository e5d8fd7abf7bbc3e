package org.classbarometer.training.finder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.lang.management.ManagementFactory;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.classbarometer.training.torch.PyramidLearner;

/// A face check's file in ONNX Runtime, to ask it what the trainer was asked. One thread.
public final class CheckFile implements AutoCloseable {
    /// How far its logits may lie from the trainer's.
    public static final double ALLOWED = 1e-3;

    private static final int TIMED = 41;
    private static final int TIMED_PLACES = 16;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final List<Double> reaches;

    /// @param parts that the file was written of
    public CheckFile(byte[] file, List<CheckPart> parts) {
        this.reaches = CheckPart.reaches(parts);
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            this.session = environment.createSession(file, options);
        } catch (OrtException refused) {
            throw new IllegalStateException(String.valueOf(refused.getMessage()), refused);
        }
    }

    /// Each photograph, looked at by the finder and judged by this.
    ///
    /// @param longest side of the picture the finder is shown
    public List<Judged> judge(FinderFile finder, List<Photo> photos, int longest) {
        return photos.stream()
                .map(photo -> judged(photo, finder.look(photo.whole(), longest)))
                .toList();
    }

    /// @param found by a finder
    Judged judged(Photo photo, List<Found> found) {
        return Judged.of(photo, found, reaches, piece -> answer(piece, 1)[0]);
    }

    /// @param pieces one after the other
    private float[] answer(float[] pieces, int count) {
        long[] shape = {count, reaches.size(), CheckNets.SIDE, CheckNets.SIDE};
        try (OnnxTensor places =
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(pieces), shape);
                OrtSession.Result result = session.run(Map.of("places", places))) {
            return (float[]) result.get("logits").orElseThrow().getValue();
        } catch (OrtException failed) {
            throw new IllegalStateException(String.valueOf(failed.getMessage()), failed);
        }
    }

    /// The largest difference from what the trainers of its parts say of the same places.
    public double difference(List<CheckPart> parts, List<Judged> judged) {
        List<double[]> trained =
                judged.stream().map(one -> new double[one.boxes().size()]).toList();
        for (CheckPart part : parts) {
            try (PyramidLearner learner = PyramidLearner.resume(part.network(), part.state())) {
                for (int photo = 0; photo < trained.size(); photo++) {
                    Judged one = judged.get(photo);
                    double[] sums = trained.get(photo);
                    for (int i = 0; i < sums.length; i++) {
                        Area box = one.boxes().get(i).area();
                        float[] piece = Judged.piece(one.photo(), box, List.of(part.reach()));
                        sums[i] += CheckTrainer.answer(learner, piece) / parts.size();
                    }
                }
            }
        }
        double largest = 0;
        for (int photo = 0; photo < trained.size(); photo++) {
            for (int i = 0; i < trained.get(photo).length; i++) {
                double off = trained.get(photo)[i] - judged.get(photo).logits().get(i);
                // Math.max, so that what is no number stays none.
                largest = Math.max(largest, Math.abs(off));
            }
        }
        return largest;
    }

    /// CPU time for one place of sixteen asked about at once: the median of many, this thread's only.
    public double cpuMillis() {
        float[] pieces = new float[TIMED_PLACES * reaches.size() * CheckNets.SIDE * CheckNets.SIDE];
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] = i * 31 % 256;
        }
        double[] millis = new double[TIMED];
        for (int i = 0; i < TIMED; i++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            answer(pieces, TIMED_PLACES);
            long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            millis[i] = took / 1e6 / TIMED_PLACES;
        }
        Arrays.sort(millis);
        return millis[TIMED / 2];
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
