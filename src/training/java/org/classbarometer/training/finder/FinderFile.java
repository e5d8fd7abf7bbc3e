package org.classbarometer.training.finder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.lang.management.ManagementFactory;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A finder's file in ONNX Runtime, to ask it what the trainer was asked. One thread.
public final class FinderFile implements AutoCloseable {
    private static final int TIMED = 41;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    public FinderFile(byte[] file) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            this.session = environment.createSession(file, options);
        } catch (OrtException refused) {
            throw new IllegalStateException(String.valueOf(refused.getMessage()), refused);
        }
    }

    /// @param longest side of the picture that is looked at; a smaller photograph is shown as it is
    /// @return distinct boxes of any score from [Looking#LEAST] on, in pixels of the photograph
    public List<Found> look(Grey photo, int longest) {
        Grey picture = Photos.shrunk(photo, longest);
        double back = (double) photo.width() / picture.width();
        return Found.distinct(all(picture), Looking.OVERLAP).stream()
                .map(found -> new Found(found.area().scaled(back), found.score()))
                .toList();
    }

    /// Every box from [Looking#LEAST] on, in the order of the cells.
    List<Found> all(Grey picture) {
        float[] pixels = picture.floats();
        long[] shape = {1, 1, picture.height(), picture.width()};
        try (OnnxTensor image =
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(pixels), shape);
                OrtSession.Result result = session.run(Map.of("image", image))) {
            float[] scores = (float[]) result.get("scores").orElseThrow().getValue();
            float[][] boxes = (float[][]) result.get("boxes").orElseThrow().getValue();
            List<Found> found = new ArrayList<>();
            for (int i = 0; i < scores.length; i++) {
                if (scores[i] >= Looking.LEAST) {
                    float[] box = boxes[i];
                    found.add(new Found(new Area(box[0], box[1], box[2], box[3]), scores[i]));
                }
            }
            return found;
        } catch (OrtException failed) {
            throw new IllegalStateException(String.valueOf(failed.getMessage()), failed);
        }
    }

    /// CPU time of one look at a picture of this width and nine sixteenths of it high: the median of
    /// many, this thread's only.
    public double cpuMillis(Grey content, int width) {
        int height = width * 9 / 16;
        byte[] pixels = new byte[width * height];
        for (int i = 0; i < pixels.length; i++) {
            int x = i % width * content.width() / width;
            int y = i / width * content.height() / height;
            pixels[i] = (byte) content.at(x, y);
        }
        Grey picture = new Grey(pixels, width, height);
        double[] millis = new double[TIMED];
        for (int i = 0; i < TIMED; i++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            all(picture);
            millis[i] =
                    (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6;
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
