package org.classbarometer.face.learned;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/// The network of a finder's file: a grey picture in, boxes with scores out. Owns native memory; not
/// thread-safe; works on the caller's thread alone.
final class FinderNetwork implements AutoCloseable {
    private static final String INPUT = "image";
    private static final String SCORES = "scores";
    private static final String BOXES = "boxes";

    /// A hundred times the file this program trains.
    private static final long MOST_BYTES = 100_000_000;

    /// The network sees nothing smaller; smaller pictures have no face in them.
    private static final int LEAST_SIDE = 32;

    /// Boxes looked at before suppressing, whatever a file may answer, and faces in one picture.
    private static final int MOST_BOXES = 400;

    private static final int MOST_FACES = 200;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final FinderMetadata metadata;
    private final Mat floats = new Mat();
    private float[] values = new float[0];
    private FloatBuffer input = FloatBuffer.allocate(0);

    /// A box in pixels of the picture.
    record Candidate(double x, double y, double width, double height, double score) {
        private double overlap(Candidate other) {
            double w = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
            double h = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
            double shared = w <= 0 || h <= 0 ? 0 : w * h;
            return shared / (width * height + other.width * other.height - shared);
        }
    }

    private FinderNetwork(OrtEnvironment environment, OrtSession session, FinderMetadata metadata) {
        this.environment = environment;
        this.session = session;
        this.metadata = metadata;
    }

    /// Opens a file, checks its contract and tries it once.
    static FinderNetwork open(Path path) throws FinderException {
        String file = path.toString();
        byte[] bytes = bytes(path);
        try {
            OrtEnvironment environment =
                    OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            environment.setTelemetry(false);
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                return checked(environment, environment.createSession(bytes, options), file);
            }
        } catch (OrtException failed) {
            throw FinderException.because(failed, "face.learned.damaged", file);
        }
    }

    private static FinderNetwork checked(
            OrtEnvironment environment, OrtSession session, String file)
            throws OrtException, FinderException {
        try {
            Map<String, String> keys = session.getMetadata().getCustomMetadata();
            FinderMetadata metadata = FinderMetadata.of(file, keys);
            if (!session.getInputNames().equals(Set.of(INPUT))
                    || !session.getOutputNames().containsAll(Set.of(SCORES, BOXES))) {
                throw FinderException.of("face.learned.tensors", file);
            }
            FinderNetwork network = new FinderNetwork(environment, session, metadata);
            network.tryOnce(file);
            return network;
        } catch (OrtException | FinderException | RuntimeException failed) {
            session.close();
            throw failed;
        }
    }

    private static byte[] bytes(Path path) throws FinderException {
        String file = path.toString();
        if (!Files.isRegularFile(path)) {
            throw FinderException.of("face.learned.missing", file);
        }
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw FinderException.of("face.learned.damaged", file);
            }
            return Files.readAllBytes(path);
        } catch (IOException failed) {
            throw FinderException.because(failed, "face.learned.unreadable", file);
        }
    }

    // Two sizes that no stride divides: a graph that breaks while it runs, or that answers with no
    // numbers, must be found here and not in the middle of a lesson.
    private void tryOnce(String file) throws OrtException, FinderException {
        for (int side : new int[] {65, 97}) {
            Mat grey = new Mat(side, side + 30, CvType.CV_8UC1, new Scalar(128));
            try (OnnxTensor image = image(grey);
                    OrtSession.Result result = session.run(Map.of(INPUT, image))) {
                if (!numbers(result, SCORES) || !numbers(result, BOXES)) {
                    throw FinderException.of("face.learned.nonumber", file);
                }
                long[] scores = tensor(result, SCORES).getInfo().getShape();
                long[] boxes = tensor(result, BOXES).getInfo().getShape();
                if (scores.length != 1
                        || boxes.length != 2
                        || boxes[0] != scores[0]
                        || boxes[1] != 4) {
                    throw FinderException.of("face.learned.tensors", file);
                }
            } finally {
                grey.release();
            }
        }
    }

    private static OnnxTensor tensor(OrtSession.Result result, String name) {
        return (OnnxTensor) result.get(name).orElseThrow();
    }

    private static boolean numbers(OrtSession.Result result, String name) {
        FloatBuffer all = tensor(result, name).getFloatBuffer();
        while (all.hasRemaining()) {
            if (!Float.isFinite(all.get())) {
                return false;
            }
        }
        return true;
    }

    FinderMetadata metadata() {
        return metadata;
    }

    private OnnxTensor image(Mat grey) throws OrtException {
        grey.convertTo(floats, CvType.CV_32F);
        int pixels = grey.rows() * grey.cols();
        if (values.length < pixels) {
            values = new float[pixels];
            input =
                    ByteBuffer.allocateDirect(Float.BYTES * pixels)
                            .order(ByteOrder.nativeOrder())
                            .asFloatBuffer();
        }
        floats.get(0, 0, values);
        input.clear().put(values, 0, pixels).flip();
        return OnnxTensor.createTensor(
                environment, input, new long[] {1, 1, grey.rows(), grey.cols()});
    }

    /// Boxes scoring at least the weak threshold, the surest first, none covering another.
    List<Candidate> look(Mat grey) {
        if (Math.min(grey.rows(), grey.cols()) < LEAST_SIDE) {
            return List.of();
        }
        try (OnnxTensor image = image(grey);
                OrtSession.Result result = session.run(Map.of(INPUT, image))) {
            return suppressed(candidates(result, grey.cols(), grey.rows()));
        } catch (OrtException failed) {
            throw new IllegalStateException(String.valueOf(failed.getMessage()), failed);
        }
    }

    private List<Candidate> candidates(OrtSession.Result result, int columns, int rows) {
        FloatBuffer scores = tensor(result, SCORES).getFloatBuffer();
        FloatBuffer boxes = tensor(result, BOXES).getFloatBuffer();
        List<Candidate> found = new ArrayList<>();
        int count = Math.min(scores.remaining(), boxes.remaining() / 4);
        for (int i = 0; i < count; i++) {
            float score = scores.get(i);
            float left = boxes.get(4 * i);
            float top = boxes.get(4 * i + 1);
            float width = boxes.get(4 * i + 2);
            float height = boxes.get(4 * i + 3);
            // Written so that what is no number is no face, and neither is what lies outside the
            // picture by more than half.
            if (score >= metadata.weakThreshold()
                    && width >= 1
                    && height >= 1
                    && width * height < 1e9
                    && Math.abs(left + width / 2 - columns / 2f) <= columns / 2f
                    && Math.abs(top + height / 2 - rows / 2f) <= rows / 2f) {
                found.add(new Candidate(left, top, width, height, Math.min(score, 1)));
            }
        }
        found.sort(Comparator.comparingDouble(Candidate::score).reversed());
        return found.size() > MOST_BOXES ? found.subList(0, MOST_BOXES) : found;
    }

    private List<Candidate> suppressed(List<Candidate> surestFirst) {
        List<Candidate> chosen = new ArrayList<>();
        for (Candidate box : surestFirst) {
            if (chosen.size() < MOST_FACES
                    && chosen.stream()
                            .noneMatch(other -> other.overlap(box) > metadata.overlap())) {
                chosen.add(box);
            }
        }
        return chosen;
    }

    @Override
    public void close() {
        floats.release();
        try {
            session.close();
        } catch (OrtException failed) {
            throw new IllegalStateException(String.valueOf(failed.getMessage()), failed);
        }
    }
}
