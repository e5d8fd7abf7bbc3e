package org.classbarometer.training.finder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How well the faces of some photographs were found with one threshold.
///
/// A found box and a true one are paired when their overlap reaches [#SAME], the best pair first. Boxes
/// marked invalid are neither demanded nor false when found; every other box without a partner is
/// false.
///
/// @param photos looked at
/// @param large valid faces at least [#LARGE] pixels wide in the photograph, as it is
/// @param clear those of the large ones that are [Face#clear()]
/// @param small valid faces from [#SMALL] to below [#LARGE] pixels wide
/// @param photosWithFalse photographs with at least one false box
public record FinderScore(
        double threshold,
        int photos,
        Share large,
        Share clear,
        Share small,
        int falseBoxes,
        int photosWithFalse) {
    public static final double SAME = 0.4;
    public static final double LARGE = 24;
    public static final double SMALL = 16;

    /// Found of so many.
    public record Share(int found, int of) {
        public double share() {
            return of == 0 ? 0 : (double) found / of;
        }

        Share plus(boolean hit) {
            return new Share(found + (hit ? 1 : 0), of + 1);
        }
    }

    /// @param found distinct boxes of any score
    public record Looked(Photo photo, List<Found> found) {}

    public double falseBoxesPerPhoto() {
        return photos == 0 ? 0 : (double) falseBoxes / photos;
    }

    /// Share of the photographs with at least one false box.
    public double disturbed() {
        return photos == 0 ? 0 : (double) photosWithFalse / photos;
    }

    /// Whether a photograph is one of a class's size: 3 to 15 valid faces.
    public static boolean isGroup(Photo photo) {
        long faces = photo.faces().stream().filter(face -> !face.invalid()).count();
        return faces >= 3 && faces <= 15;
    }

    public static FinderScore of(List<Looked> looked, double threshold) {
        Share none = new Share(0, 0);
        FinderScore sum = new FinderScore(threshold, 0, none, none, none, 0, 0);
        for (Looked one : looked) {
            sum = sum.plus(one);
        }
        return sum;
    }

    private FinderScore plus(Looked looked) {
        List<Area> found =
                looked.found().stream()
                        .filter(box -> box.score() >= threshold)
                        .map(Found::area)
                        .toList();
        List<Face> faces = looked.photo().faces();
        boolean[] hit = hits(faces, found);
        int paired = 0;
        Share larger = large;
        Share clearer = clear;
        Share smaller = small;
        for (int i = 0; i < hit.length; i++) {
            Face face = faces.get(i);
            paired += hit[i] ? 1 : 0;
            if (face.invalid() || face.area().width() < SMALL) {
                continue;
            }
            if (face.area().width() < LARGE) {
                smaller = smaller.plus(hit[i]);
            } else {
                larger = larger.plus(hit[i]);
                clearer = face.clear() ? clearer.plus(hit[i]) : clearer;
            }
        }
        int wrong = found.size() - paired;
        return new FinderScore(
                threshold,
                photos + 1,
                larger,
                clearer,
                smaller,
                falseBoxes + wrong,
                photosWithFalse + (wrong > 0 ? 1 : 0));
    }

    private record Pair(int face, int found, double overlap) {}

    static boolean[] hits(List<Face> faces, List<Area> found) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < faces.size(); i++) {
            for (int j = 0; j < found.size(); j++) {
                double overlap = faces.get(i).area().overlap(found.get(j));
                if (overlap >= SAME) {
                    pairs.add(new Pair(i, j, overlap));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::overlap).reversed());
        boolean[] hit = new boolean[faces.size()];
        boolean[] taken = new boolean[found.size()];
        for (Pair pair : pairs) {
            if (!hit[pair.face] && !taken[pair.found]) {
                hit[pair.face] = true;
                taken[pair.found] = true;
            }
        }
        return hit;
    }
}
