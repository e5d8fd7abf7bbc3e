package org.classbarometer.face.learned;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

    /// The network sees nothing smaller; smaller pictures have no face in them.
    private static final int LEAST_SIDE = 32;

    /// Boxes looked at before suppressing, whatever a file may answer, and faces in one picture.
    private static final int MOST_BOXES = 400;

    private static final int MOST_FACES = 200;

    private final ModelFile file;
    private final FinderMetadata metadata;
    private final Mat floats = new Mat();
    private float[] values = new float[0];
    private FloatBuffer input = FloatBuffer.allocate(0);

    private FinderNetwork(ModelFile file, FinderMetadata metadata) {
        this.file = file;
        this.metadata = metadata;
    }

    /// Opens a file, checks its contract and tries it once.
    static FinderNetwork open(Path path) throws FinderException {
        ModelFile file = ModelFile.open(path, "face.learned");
        try {
            FinderNetwork network = new FinderNetwork(file, FinderMetadata.of(file.keys()));
            file.expect(INPUT, Set.of(SCORES, BOXES));
            network.tryOnce();
            return network;
        } catch (FinderException | RuntimeException failed) {
            file.close();
            throw failed;
        }
    }

    // Two sizes that no stride divides: a graph that breaks while it runs, or that answers with no
    // numbers, must be found here and not in the middle of a lesson.
    private void tryOnce() throws FinderException {
        for (int side : new int[] {65, 97}) {
            Mat grey = new Mat(side, side + 30, CvType.CV_8UC1, new Scalar(128));
            try {
                run(
                        grey,
                        answer -> {
                            file.refuseNoNumbers(answer, SCORES);
                            file.refuseNoNumbers(answer, BOXES);
                            long[] scores = answer.shape(SCORES);
                            long[] boxes = answer.shape(BOXES);
                            if (scores.length != 1
                                    || boxes.length != 2
                                    || boxes[0] != scores[0]
                                    || boxes[1] != 4) {
                                throw file.otherTensors();
                            }
                            return side;
                        });
            } finally {
                grey.release();
            }
        }
    }

    FinderMetadata metadata() {
        return metadata;
    }

    ModelFile file() {
        return file;
    }

    private <T> T run(Mat grey, ModelFile.Reader<T> reader) throws FinderException {
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
        return file.run(INPUT, input, new long[] {1, 1, grey.rows(), grey.cols()}, reader);
    }

    /// Boxes scoring at least so much, the surest first, none covering another.
    List<Candidate> look(Mat grey, float lowest) {
        if (Math.min(grey.rows(), grey.cols()) < LEAST_SIDE) {
            return List.of();
        }
        try {
            List<Candidate> all =
                    run(grey, answer -> candidates(answer, grey.cols(), grey.rows(), lowest));
            return Candidate.distinct(all, metadata.overlap(), MOST_FACES);
        } catch (FinderException failed) {
            throw new IllegalStateException(String.valueOf(failed.getMessage()), failed);
        }
    }

    private static List<Candidate> candidates(
            ModelFile.Answer answer, int columns, int rows, float lowest) {
        FloatBuffer scores = answer.floats(SCORES);
        FloatBuffer boxes = answer.floats(BOXES);
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
            if (score >= lowest
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

    @Override
    public void close() {
        floats.release();
        file.close();
    }
}
