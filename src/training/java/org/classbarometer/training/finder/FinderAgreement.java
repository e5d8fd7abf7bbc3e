package org.classbarometer.training.finder;

import java.util.ArrayList;
import java.util.List;
import org.classbarometer.training.net.PyramidNetwork;
import org.classbarometer.training.torch.Learner;
import org.classbarometer.training.torch.PyramidLearner;
import org.classbarometer.training.torch.PyramidLearner.LevelAnswer;

/// How far a finder's file says the same as the trainer it came from.
///
/// @param cells compared: those whose score is not next to nothing
/// @param scores largest difference of a score
/// @param pixels largest difference of a border of a box, in pixels
public record FinderAgreement(int cells, double scores, double pixels) {
    /// Of a score.
    public static final double ALLOWED = 1e-4;

    private static final double ALLOWED_PIXELS = 0.05;
    private static final int SIDE = 320;

    /// Whether the file may be shipped: no answer differs by more, or is no number.
    public boolean isClose() {
        return cells > 0 && scores <= ALLOWED && pixels <= ALLOWED_PIXELS;
    }

    /// Asks both of the upper left corner of each photograph.
    public static FinderAgreement of(
            PyramidNetwork pyramid, Learner.State state, FinderFile file, List<Photo> photos) {
        int cells = 0;
        double scores = 0;
        double pixels = 0;
        try (PyramidLearner learner = PyramidLearner.resume(pyramid, state)) {
            for (Photo photo : photos) {
                Grey picture = corner(photo.whole());
                List<Found> trained = trained(pyramid, learner, picture);
                List<Found> shipped = file.all(picture);
                // A cell at the very border of being kept may be kept by one of the two only.
                if (trained.size() != shipped.size()) {
                    continue;
                }
                for (int i = 0; i < trained.size(); i++) {
                    Area one = trained.get(i).area();
                    Area other = shipped.get(i).area();
                    cells++;
                    scores = larger(scores, trained.get(i).score() - shipped.get(i).score());
                    pixels = larger(pixels, one.left() - other.left());
                    pixels = larger(pixels, one.top() - other.top());
                    pixels = larger(pixels, one.right() - other.right());
                    pixels = larger(pixels, one.bottom() - other.bottom());
                }
            }
        }
        return new FinderAgreement(cells, scores, pixels);
    }

    // Math.max, so that what is no number stays none.
    private static double larger(double sofar, double difference) {
        return Math.max(sofar, Math.abs(difference));
    }

    private static List<Found> trained(
            PyramidNetwork pyramid, PyramidLearner learner, Grey picture) {
        float[] pixels = picture.floats();
        List<Found> boxes = new ArrayList<>();
        List<LevelAnswer> maps = learner.outputs(pixels, picture.width(), picture.height());
        for (int level = 0; level < maps.size(); level++) {
            Looking.add(boxes, maps.get(level), pyramid.levels().get(level).stride());
        }
        return boxes;
    }

    /// Of a size that all strides divide.
    private static Grey corner(Grey photo) {
        int width = Math.max(32, Math.min(SIDE, photo.width()) / 32 * 32);
        int height = Math.max(32, Math.min(SIDE, photo.height()) / 32 * 32);
        byte[] pixels = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] =
                        (byte)
                                photo.at(
                                        Math.min(x, photo.width() - 1),
                                        Math.min(y, photo.height() - 1));
            }
        }
        return new Grey(pixels, width, height);
    }
}
