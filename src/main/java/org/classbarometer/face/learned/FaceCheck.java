package org.classbarometer.face.learned;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.opencv.core.Mat;

/// A second, small network that looks once more, and sharper, at what a finder took for faces. Owns native
/// memory; not thread-safe; works on the caller's thread alone.
final class FaceCheck implements AutoCloseable {
    /// Boxes of one look that it is asked about, those nearest to its threshold: more would take longer
    /// than the look.
    private static final int MOST = 32;

    private static final String INPUT = "places";
    private static final String OUTPUT = "logits";

    /// Side of a square in pixels.
    private static final int SIDE = 40;

    private static final int PIXELS = SIDE * SIDE;

    private final ModelFile file;
    private final CheckMetadata metadata;
    private final Mat square = new Mat();
    private final byte[] grey = new byte[PIXELS];
    private final float[] values = new float[PIXELS];
    private final FloatBuffer input;

    /// Where squares are cut from.
    @FunctionalInterface
    interface Picture {
        /// @param middleX in the pixels that candidates are in
        /// @param side as middleX
        /// @param pixels side of the result
        /// @param into receives the square
        void square(double middleX, double middleY, double side, int pixels, Mat into);
    }

    private FaceCheck(ModelFile file, CheckMetadata metadata) {
        this.file = file;
        this.metadata = metadata;
        this.input =
                ByteBuffer.allocateDirect(Float.BYTES * PIXELS * metadata.reaches().size() * MOST)
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer();
    }

    /// Opens a file, checks its contract and tries it once.
    ///
    /// @param finder the finder's file, to which it must belong
    static FaceCheck open(Path path, ModelFile finder) throws FinderException {
        ModelFile file = ModelFile.open(path, "face.check");
        try {
            CheckMetadata metadata = CheckMetadata.of(file.keys());
            file.expect(INPUT, Set.of(OUTPUT));
            if (!metadata.finder().equals(finder.sha256())) {
                throw FinderException.of("face.check.finder", path.toString());
            }
            FaceCheck check = new FaceCheck(file, metadata);
            check.tryOnce();
            return check;
        } catch (FinderException | RuntimeException failed) {
            file.close();
            throw failed;
        }
    }

    // A graph that breaks while it runs, or that answers with no numbers, must be found here and
    // not in the middle of a lesson.
    private void tryOnce() throws FinderException {
        for (int count : new int[] {1, 3}) {
            input.clear();
            for (int i = 0; i < count * metadata.reaches().size() * PIXELS; i++) {
                input.put((i * 31) % 256);
            }
            file.run(
                    INPUT,
                    input.flip(),
                    shape(count),
                    answer -> {
                        long[] shape = answer.shape(OUTPUT);
                        if (shape.length != 1 || shape[0] != count) {
                            throw file.otherTensors();
                        }
                        file.refuseNoNumbers(answer, OUTPUT);
                        return count;
                    });
        }
    }

    private long[] shape(int count) {
        return new long[] {count, metadata.reaches().size(), SIDE, SIDE};
    }

    CheckMetadata metadata() {
        return metadata;
    }

    /// The boxes with both networks' scores in one, those from the weak threshold on, the surest first.
    ///
    /// @param boxes with the finder's scores
    List<Candidate> judge(List<Candidate> boxes, Picture picture) {
        double threshold = Candidate.logit(metadata.threshold());
        List<Candidate> asked = new ArrayList<>();
        List<Candidate> judged = new ArrayList<>(boxes.size());
        for (Candidate box : boxes) {
            // Nothing it could say would make these no faces, and in a class most are so sure.
            (box.score() < metadata.sure() ? asked : judged).add(box);
        }
        asked.sort(
                Comparator.comparingDouble(
                        box -> Math.abs(Candidate.logit(box.score()) - threshold)));
        if (asked.size() > MOST) {
            List<Candidate> others = asked.subList(MOST, asked.size());
            judged.addAll(others);
            others.clear();
        }
        if (!asked.isEmpty()) {
            ask(asked, picture, judged);
        }
        // Written so that what is no number is no face.
        judged.removeIf(box -> !(box.score() >= metadata.weakThreshold()));
        judged.sort(Comparator.comparingDouble(Candidate::score).reversed());
        return judged;
    }

    /// @param into receives them with both networks' scores in one
    private void ask(List<Candidate> asked, Picture picture, List<Candidate> into) {
        input.clear();
        for (Candidate box : asked) {
            for (float reach : metadata.reaches()) {
                show(box, reach, picture);
            }
        }
        try {
            file.run(
                    INPUT,
                    input.flip(),
                    shape(asked.size()),
                    answer -> {
                        FloatBuffer logits = answer.floats(OUTPUT);
                        for (Candidate box : asked) {
                            double sum =
                                    Candidate.logit(box.score()) + metadata.weight() * logits.get();
                            into.add(box.scored(Candidate.probability(sum)));
                        }
                        return into;
                    });
        } catch (FinderException failed) {
            throw new IllegalStateException(String.valueOf(failed.getMessage()), failed);
        }
    }

    private void show(Candidate box, float reach, Picture picture) {
        double side = reach * Math.sqrt(box.width() * box.height());
        picture.square(box.middleX(), box.middleY(), side, SIDE, square);
        square.get(0, 0, grey);
        for (int i = 0; i < PIXELS; i++) {
            values[i] = grey[i] & 0xff;
        }
        input.put(values);
    }

    @Override
    public void close() {
        square.release();
        file.close();
    }
}
