package org.classbarometer.ui.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Places one plate beside every face so that no two plates overlap and none leaves the picture.
///
/// A plate keeps the side of its face it had in the frame before as long as that is free, so that
/// labels do not jump. Plates of faces in a dense crowd that find no place are left out.
final class LabelLayout {
    private static final double GAP = 3;

    private final Map<Integer, Side> sides = new HashMap<>();

    // From the side that reads best to the oddest; the dislike is a share of a face hidden.
    private enum Side {
        BELOW(0),
        ABOVE(0.02),
        BELOW_LEFT(0.04),
        BELOW_RIGHT(0.04),
        ABOVE_LEFT(0.06),
        ABOVE_RIGHT(0.06),
        INSIDE(0.1),
        RIGHT(0.12),
        LEFT(0.12);

        final double dislike;

        Side(double dislike) {
            this.dislike = dislike;
        }
    }

    /// Pixels on screen.
    record Area(double x, double y, double width, double height) {
        boolean overlaps(Area other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }

        double shared(Area other) {
            double w = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
            double h = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
            return w <= 0 || h <= 0 ? 0 : w * h;
        }
    }

    /// One face and the size of the plate it wants.
    record Wish(int track, Area face, double width, double height) {}

    /// @return one entry a wish, in the same order; empty where there is no place
    List<Optional<Area>> place(List<Wish> wishes, double width, double height) {
        List<Optional<Area>> placed = new ArrayList<>(wishes.size());
        List<Area> taken = new ArrayList<>(wishes.size());
        Map<Integer, Side> chosen = new HashMap<>();
        for (Wish wish : wishes) {
            Area best = null;
            Side bestSide = Side.BELOW;
            double bestCost = Double.MAX_VALUE;
            for (Side side : Side.values()) {
                Area area = inside(beside(wish, side), width, height);
                if (taken.stream().anyMatch(area::overlaps)) {
                    continue;
                }
                double cost = cost(wish, area, side, wishes);
                if (cost < bestCost) {
                    best = area;
                    bestSide = side;
                    bestCost = cost;
                }
            }
            if (best != null && best.width <= width && best.height <= height) {
                taken.add(best);
                chosen.put(wish.track, bestSide);
                placed.add(Optional.of(best));
            } else {
                placed.add(Optional.empty());
            }
        }
        sides.clear();
        sides.putAll(chosen);
        return placed;
    }

    // Hiding a face costs its hidden share; leaving one's side costs a little, so do odd sides.
    private double cost(Wish wish, Area area, Side side, List<Wish> wishes) {
        double cost = side.dislike;
        if (sides.get(wish.track) != null && sides.get(wish.track) != side) {
            cost += 0.15;
        }
        for (Wish other : wishes) {
            double hidden = area.shared(other.face) / (other.face.width * other.face.height);
            cost += other.track == wish.track ? hidden * 0.7 : hidden;
        }
        return cost;
    }

    private static Area beside(Wish wish, Side side) {
        Area f = wish.face;
        double w = wish.width;
        double h = wish.height;
        double centred = f.x + (f.width - w) / 2;
        double below = f.y + f.height + GAP;
        double above = f.y - h - GAP;
        double rightAligned = f.x + f.width - w;
        return switch (side) {
            case BELOW -> new Area(centred, below, w, h);
            case ABOVE -> new Area(centred, above, w, h);
            case BELOW_LEFT -> new Area(rightAligned, below, w, h);
            case BELOW_RIGHT -> new Area(f.x, below, w, h);
            case ABOVE_LEFT -> new Area(rightAligned, above, w, h);
            case ABOVE_RIGHT -> new Area(f.x, above, w, h);
            case INSIDE -> new Area(centred, f.y + f.height - h, w, h);
            case RIGHT -> new Area(f.x + f.width + GAP, f.y + (f.height - h) / 2, w, h);
            case LEFT -> new Area(f.x - w - GAP, f.y + (f.height - h) / 2, w, h);
        };
    }

    private static Area inside(Area area, double width, double height) {
        return new Area(
                Math.max(0, Math.min(area.x, width - area.width)),
                Math.max(0, Math.min(area.y, height - area.height)),
                area.width,
                area.height);
    }
}
