package org.classbarometer.ui.live.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Places one plate beside every face so that no two plates overlap and none leaves the picture.
///
/// A plate keeps the place at its face it had in the frame before as long as that is good enough, so
/// that labels do not jump. Plates of faces in a dense crowd that find no place are left out.
final class LabelLayout {
    private static final double GAP = 3;
    private static final double CHANGE = 0.12;
    private static final double LEFT_OUT = 2;
    private static final double HIDES_ITSELF = 2;
    private static final double HIDES_OTHERS = 3;
    private static final double SHIFTED = 0.03;
    private static final double[] SHIFTS = {0, -0.5, 0.5, -1, 1};

    private final Map<Integer, Spot> spots = new HashMap<>();

    // From the side that reads best to the oddest.
    private enum Side {
        BELOW(0),
        CHIN(0.05),
        ABOVE(0.03),
        BROW(0.08),
        RIGHT(0.14),
        LEFT(0.14);

        final double dislike;

        Side(double dislike) {
            this.dislike = dislike;
        }
    }

    /// @param shift how far off the face's middle, in half differences of face and plate width
    private record Spot(Side side, double shift) {}

    /// Pixels on screen.
    record Bounds(double x, double y, double width, double height) {
        boolean overlaps(Bounds other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }

        /// Share of this area that the other covers, in [0, 1].
        double hiddenBy(Bounds other) {
            double w = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
            double h = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
            return w <= 0 || h <= 0 ? 0 : w * h / (width * height);
        }
    }

    /// One face and the size of the plate it wants.
    record Wish(int track, Bounds face, double width, double height) {}

    /// @param plates one entry a wish, in the same order; empty where there is no place
    /// @param worst how bad the worst place is: 0 is beside the face hiding nothing, above 1 hides a
    ///     third of another face or was left out
    record Placed(List<Optional<Bounds>> plates, double worst) {}

    Placed place(List<Wish> wishes, double width, double height) {
        List<Optional<Bounds>> plates = new ArrayList<>(wishes.size());
        List<Bounds> taken = new ArrayList<>(wishes.size());
        Map<Integer, Spot> chosen = new HashMap<>();
        double worst = 0;
        for (Wish wish : wishes) {
            Optional<Bounds> found = Optional.empty();
            double least = LEFT_OUT;
            double bad = LEFT_OUT;
            if (wish.width <= width && wish.height <= height) {
                for (Side side : Side.values()) {
                    for (double shift : SHIFTS) {
                        Spot spot = new Spot(side, shift);
                        Bounds area = inside(at(wish, spot), width, height);
                        double cost = cost(wish, area, spot, wishes);
                        if (cost < least && taken.stream().noneMatch(area::overlaps)) {
                            least = cost;
                            bad = cost - change(wish, spot);
                            found = Optional.of(area);
                            chosen.put(wish.track, spot);
                        }
                    }
                }
            }
            found.ifPresent(taken::add);
            plates.add(found);
            worst = Math.max(worst, bad);
        }
        spots.clear();
        spots.putAll(chosen);
        return new Placed(plates, worst);
    }

    private double cost(Wish wish, Bounds area, Spot spot, List<Wish> wishes) {
        double cost = spot.side.dislike + Math.abs(spot.shift) * SHIFTED + change(wish, spot);
        for (Wish other : wishes) {
            double hidden = other.face.hiddenBy(area);
            cost += hidden * (other.track == wish.track ? HIDES_ITSELF : HIDES_OTHERS);
        }
        return cost;
    }

    private double change(Wish wish, Spot spot) {
        Spot before = spots.get(wish.track);
        return before == null || before.equals(spot) ? 0 : CHANGE;
    }

    private static Bounds at(Wish wish, Spot spot) {
        Bounds f = wish.face;
        double w = wish.width;
        double h = wish.height;
        double x = f.x + (f.width - w) / 2 * (1 + spot.shift);
        double y = f.y + (f.height - h) / 2 * (1 + spot.shift);
        return switch (spot.side) {
            case BELOW -> new Bounds(x, f.y + f.height + GAP, w, h);
            case CHIN -> new Bounds(x, f.y + f.height - h / 2, w, h);
            case ABOVE -> new Bounds(x, f.y - h - GAP, w, h);
            case BROW -> new Bounds(x, f.y - h / 2, w, h);
            case RIGHT -> new Bounds(f.x + f.width + GAP, y, w, h);
            case LEFT -> new Bounds(f.x - w - GAP, y, w, h);
        };
    }

    private static Bounds inside(Bounds area, double width, double height) {
        return new Bounds(
                Math.max(0, Math.min(area.x, width - area.width)),
                Math.max(0, Math.min(area.y, height - area.height)),
                area.width,
                area.height);
    }
}
