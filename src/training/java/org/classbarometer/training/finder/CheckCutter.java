package org.classbarometer.training.finder;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Cuts what a face check learns from out of photographs: half of the pieces hold a face, half do not.
/// Most are what a finder took for faces, some are faces as people marked them, places beside faces, and
/// places where nothing is.
final class CheckCutter {
    private static final int SIDE = CheckNets.SIDE;
    private static final double MARKED = 0.35;
    private static final double SWAPPED = 0.25;
    private static final double ERASED = 0.06;
    private static final double SWAPPABLE = 14;
    private static final double ANYWHERE = 0.15;
    private static final int TRIES = 20;
    private static final double TURNED = 0.7;
    private static final double MOST_TURNED = Math.toRadians(30);
    private static final double LYING = 0.15;
    private static final double MOST_LYING = Math.toRadians(120);
    private static final double COARSE = 0.4;
    private static final int LEAST_COARSE = 30;

    /// Half of what is no face scores at least this: in photographs it learnt from a finder is hardly ever
    /// surer, in others it is.
    private static final double HARD = 0.35;

    private final List<Candidate> faces;
    private final List<Candidate> none;
    private final List<Candidate> hard;
    private final double reach;
    private final List<Photo> photos;
    private final List<Photo> without;
    private final Portraits portraits;
    private final Spoiler spoiler = new Spoiler();

    /// @param portraits put over some of the faces
    /// @param reach side of a piece, in sizes of the box
    /// @throws IllegalArgumentException when there is nothing to tell apart
    CheckCutter(List<Candidate> candidates, Photos photos, Portraits portraits, double reach) {
        this.reach = reach;
        this.portraits = portraits;
        this.without = photos.without();
        this.faces = candidates.stream().filter(Candidate::face).toList();
        this.none = candidates.stream().filter(candidate -> !candidate.face()).toList();
        List<Candidate> sure = none.stream().filter(one -> one.score() >= HARD).toList();
        this.hard = sure.isEmpty() ? none : sure;
        this.photos = photos.training();
        if (faces.isEmpty() || none.isEmpty()) {
            throw new IllegalArgumentException(
                    "the finder found "
                            + faces.size()
                            + " faces and "
                            + none.size()
                            + " false ones in the photographs to learn from; both are needed");
        }
    }

    CheckPiece cut(RandomGenerator random) {
        boolean face = random.nextBoolean();
        Candidate place = any(face ? faces : random.nextBoolean() ? hard : none, random);
        double kind = portraits.isEmpty() ? 1 : random.nextDouble();
        if (kind < (face ? SWAPPED : ERASED)) {
            return new CheckPiece(other(face, place, random), face);
        }
        if (face && random.nextDouble() < MARKED) {
            place = marked(place, random);
        } else if (!face && random.nextDouble() < ANYWHERE) {
            place = anywhere(place, random);
        }
        View view = view(place.area(), random);
        Canvas canvas = drawn(place.photo(), view, random);
        return new CheckPiece(finished(canvas, view, place.area(), random), face);
    }

    /// A head with another face, or with none.
    private float[] other(boolean face, Candidate otherwise, RandomGenerator random) {
        Photo chosen = any(photos, random);
        Face head = any(chosen.faces(), random);
        boolean usable =
                !head.invalid() && head.occlusion() == 0 && head.area().width() >= SWAPPABLE;
        Photo photo = usable ? chosen : otherwise.photo();
        Area area = usable ? head.area() : otherwise.area();
        Area box = beside(area, random, 0.12, 0.2);
        View view = view(box, random);
        Canvas canvas = drawn(photo, view, random);
        if (face) {
            portraits.put(canvas, view, area, random);
        } else if (usable) {
            Portraits.erase(canvas, view, area, any(without, random), random);
        }
        return finished(canvas, view, box, random);
    }

    private static <T> T any(List<T> list, RandomGenerator random) {
        return list.get(random.nextInt(list.size()));
    }

    /// A face as it was marked, in the photograph of this one.
    private Candidate marked(Candidate like, RandomGenerator random) {
        Face face = any(like.photo().faces(), random);
        return face.invalid() || face.area().width() < Candidate.TOO_SMALL
                ? like
                : new Candidate(like.photo(), beside(face.area(), random, 0.12, 0.2), 1, true);
    }

    /// A place of any size, most of them beside a face, that holds none.
    private Candidate anywhere(Candidate otherwise, RandomGenerator random) {
        for (int i = 0; i < TRIES; i++) {
            Photo photo = any(photos, random);
            Area area = beside(any(photo.faces(), random).area(), random, 1.2, 1.2);
            Candidate place = new Candidate(photo, area, 0, false);
            if (Candidate.holdsFace(photo.faces(), area).equals(Optional.of(false))) {
                return place;
            }
        }
        return otherwise;
    }

    /// @param far it lies from this at most, in its sizes
    /// @param sizes how much larger or smaller at most, as a logarithm
    private static Area beside(Area area, RandomGenerator random, double far, double sizes) {
        double factor = Math.exp(random.nextDouble(-sizes, sizes));
        double width = area.width() * factor;
        double height = area.height() * factor;
        double larger = Math.max(1, factor);
        double x = area.middleX() + random.nextDouble(-far, far) * larger * area.width();
        double y = area.middleY() + random.nextDouble(-far, far) * larger * area.height();
        return new Area(x - width / 2, y - height / 2, width, height);
    }

    private View view(Area area, RandomGenerator random) {
        boolean coarse = random.nextDouble() < COARSE;
        int side =
                coarse ? random.nextInt((int) (Candidate.TOO_SMALL * reach), LEAST_COARSE) : SIDE;
        double scale = side / (reach * area.size()) * Math.exp(random.nextDouble(-0.18, 0.16));
        double stretch = Math.exp(random.nextDouble(-0.06, 0.06));
        double angle = angle(random);
        return new View(
                area.middleX() + random.nextDouble(-0.1, 0.1) * area.size(),
                area.middleY() + random.nextDouble(-0.1, 0.1) * area.size(),
                scale * stretch,
                scale / stretch,
                angle,
                random.nextBoolean(),
                side,
                side);
    }

    private static Canvas drawn(Photo photo, View view, RandomGenerator random) {
        Canvas canvas = new Canvas(view.width());
        canvas.draw(photo, view, 0, 0, -1, random.nextDouble());
        return canvas;
    }

    private float[] finished(Canvas canvas, View view, Area area, RandomGenerator random) {
        Canvas full = canvas.side() == SIDE ? canvas : enlarged(canvas);
        // Also where there is none: being covered must not tell that there is a face.
        double leaning = view.mirrored() ? -view.angle() : view.angle();
        Area box = view.piece(area).scaled((double) SIDE / canvas.side());
        Covering.maybe(full, random, box, box, leaning);
        spoiler.spoil(full, random);
        return full.pixels();
    }

    private static double angle(RandomGenerator random) {
        if (random.nextDouble() >= TURNED) {
            return 0;
        }
        double most = random.nextDouble() < LYING ? MOST_LYING : MOST_TURNED;
        return random.nextDouble(-most, most) * Math.sqrt(random.nextDouble());
    }

    /// As a face far away looks: fewer pixels than are shown.
    private static Canvas enlarged(Canvas small) {
        Grey grey = small.grey();
        Canvas canvas = new Canvas(SIDE);
        double step = (double) small.side() / SIDE;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                canvas.pixels()[y * SIDE + x] = grey.at((x + 0.5) * step, (y + 0.5) * step);
            }
        }
        return canvas;
    }
}
