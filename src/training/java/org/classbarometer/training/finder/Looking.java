package org.classbarometer.training.finder;

import java.util.ArrayList;
import java.util.List;
import org.classbarometer.training.net.PyramidNetwork;
import org.classbarometer.training.torch.PyramidLearner;
import org.classbarometer.training.torch.PyramidLearner.LevelAnswer;

/// Looks at whole photographs with the averaged weights, as the program will with the file.
final class Looking {
    /// Boxes below this score are not even kept.
    static final double LEAST = 0.05;

    /// Of two boxes that overlap by more than this, one is dropped.
    static final double OVERLAP = 0.4;

    private final PyramidNetwork pyramid;
    private final PyramidLearner learner;

    Looking(PyramidNetwork pyramid, PyramidLearner learner) {
        this.pyramid = pyramid;
        this.learner = learner;
    }

    /// @param longest side of the picture that the network is shown; a smaller photograph is shown as
    ///     it is
    /// @return boxes in pixels of the photograph, best first
    List<Found> at(Grey photo, int longest) {
        Grey picture = Photos.shrunk(photo, longest);
        double back = (double) photo.width() / picture.width();
        return at(picture).stream()
                .map(found -> new Found(found.area().scaled(back), found.score()))
                .toList();
    }

    private List<Found> at(Grey picture) {
        int coarsest = pyramid.levels().getLast().stride();
        int width = (picture.width() + coarsest - 1) / coarsest * coarsest;
        int height = (picture.height() + coarsest - 1) / coarsest * coarsest;
        float[] padded = new float[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                padded[y * width + x] =
                        picture.at(
                                Math.min(x, picture.width() - 1),
                                Math.min(y, picture.height() - 1));
            }
        }
        List<Found> boxes = new ArrayList<>();
        List<LevelAnswer> maps = learner.outputs(padded, width, height);
        for (int level = 0; level < maps.size(); level++) {
            add(boxes, maps.get(level), pyramid.levels().get(level).stride());
        }
        return Found.distinct(boxes, OVERLAP);
    }

    static void add(List<Found> boxes, LevelAnswer map, int stride) {
        float[] values = map.values();
        int cells = map.width() * map.height();
        double least = Math.log(LEAST / (1 - LEAST));
        for (int cell = 0; cell < cells; cell++) {
            if (values[cell] >= least) {
                int row = cell / map.width();
                double x = (cell % map.width() + 0.5 + values[cell + cells]) * stride;
                double y = (row + 0.5 + values[cell + 2 * cells]) * stride;
                double width = stride * Math.exp(Math.clamp(values[cell + 3 * cells], -5, 5));
                double height = stride * Math.exp(Math.clamp(values[cell + 4 * cells], -5, 5));
                boxes.add(
                        new Found(
                                new Area(x - width / 2, y - height / 2, width, height),
                                1 / (1 + Math.exp(-values[cell]))));
            }
        }
    }
}
