package org.classbarometer.training.finder;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Cuts pieces out of photographs: a face of a size drawn by chance lies somewhere in each, or four
/// photographs share one, or there is no face.
///
/// The smallest faces are drawn most often, because they are the hardest, and because a frame of a
/// class is looked at so small that they fill it.
final class Cutter {
    private static final double SMALLEST = 9;
    private static final double LARGEST = 210;
    private static final double LARGEST_IN_MOSAIC = 70;
    private static final double TOWARDS_SMALL = 1.5;
    private static final double MOST_ENLARGED = 1.6;
    private static final double MOSAICS = 0.35;
    private static final double WITHOUT_FACES = 0.18;
    private static final double HARD = 0.6;

    /// Faces smaller than this, by their width, are neither asked for nor held against the network.
    private static final double TOO_SMALL = 7;

    private static final double SEEN = 0.6;
    private static final double HARDLY_SEEN = 0.15;

    private final List<Photo> photos;
    private final List<Photo> without;
    private final Spoiler spoiler = new Spoiler();
    private final int side;

    /// @param photos with at least one face each that is not invalid
    /// @param without faces
    Cutter(List<Photo> photos, List<Photo> without, int side) {
        this.photos = photos;
        this.without = without;
        this.side = side;
    }

    /// @param hard places in photographs that were taken for faces, to be looked at again
    Crop cut(RandomGenerator random, List<HardPlace> hard) {
        Canvas canvas = new Canvas(side);
        if (random.nextDouble() < MOSAICS) {
            int across = (int) (side * random.nextDouble(0.35, 0.65));
            int down = (int) (side * random.nextDouble(0.35, 0.65));
            int[] xs = {0, across, side};
            int[] ys = {0, down, side};
            for (int part = 0; part < 4; part++) {
                int column = part % 2;
                int row = part / 2;
                int width = xs[column + 1] - xs[column];
                int height = ys[row + 1] - ys[row];
                place(canvas, random, hard, xs[column], ys[row], width, height, LARGEST_IN_MOSAIC);
            }
        } else {
            place(canvas, random, hard, 0, 0, side, side, LARGEST);
        }
        spoiler.spoil(canvas, random);
        return canvas.crop();
    }

    private void place(
            Canvas canvas,
            RandomGenerator random,
            List<HardPlace> hard,
            int left,
            int top,
            int width,
            int height,
            double largest) {
        double drawn = random.nextDouble();
        double size = SMALLEST * Math.pow(largest / SMALLEST, Math.pow(drawn, TOWARDS_SMALL));
        Photo photo;
        Area aim;
        double kind = random.nextDouble();
        if (kind < WITHOUT_FACES && !hard.isEmpty() && random.nextDouble() < HARD) {
            HardPlace place = hard.get(random.nextInt(hard.size()));
            photo = place.photo();
            aim = place.area();
            // As large as it was when it was taken for a face, more or less.
            size = place.size() * random.nextDouble(0.75, 1.35);
        } else if (kind < WITHOUT_FACES && !without.isEmpty()) {
            photo = without.get(random.nextInt(without.size()));
            Grey whole = photo.whole();
            double shrunk = random.nextDouble(0.3, 1.1);
            aim =
                    new Area(
                            random.nextDouble(whole.width()),
                            random.nextDouble(whole.height()),
                            size / shrunk,
                            size / shrunk);
        } else {
            photo = photos.get(random.nextInt(photos.size()));
            aim = valid(photo, random).area();
        }
        double scale = Math.min(size / aim.size(), MOST_ENLARGED);
        double stretch = Math.exp(0.07 * random.nextGaussian());
        double angle = angle(random);
        // The face may lie anywhere, but its middle shall be inside.
        double towardsX = (random.nextDouble() - 0.5) * (width - Math.min(width * 0.8, size));
        double towardsY = (random.nextDouble() - 0.5) * (height - Math.min(height * 0.8, size));
        View middle =
                new View(
                        aim.middleX(),
                        aim.middleY(),
                        scale * stretch,
                        scale / stretch,
                        angle,
                        random.nextBoolean(),
                        width,
                        height);
        View view =
                new View(
                        middle.photoX(width / 2.0 - towardsX, height / 2.0 - towardsY),
                        middle.photoY(width / 2.0 - towardsX, height / 2.0 - towardsY),
                        middle.scaleX(),
                        middle.scaleY(),
                        angle,
                        middle.mirrored(),
                        width,
                        height);
        boolean plain = random.nextBoolean();
        canvas.draw(photo, view, left, top, plain ? random.nextInt(256) : -1, random.nextDouble());
        for (Face face : photo.faces()) {
            add(canvas, random, view, face, left, top);
        }
    }

    private static void add(
            Canvas canvas, RandomGenerator random, View view, Face face, int left, int top) {
        Area area = view.piece(face.area());
        Area window = new Area(0, 0, view.width(), view.height());
        double seen = area.shared(window) / area.surface();
        if (seen < HARDLY_SEEN) {
            return;
        }
        Area cut = cut(area, window).moved(left, top);
        if (face.invalid() || seen < SEEN || area.width() < TOO_SMALL) {
            canvas.ignored().add(cut);
        } else {
            canvas.faces().add(cut);
            double leaning = view.mirrored() ? -view.angle() : view.angle();
            Covering.maybe(canvas, random, area.moved(left, top), cut, leaning);
        }
    }

    private static Area cut(Area area, Area window) {
        double left = Math.max(area.left(), window.left());
        double top = Math.max(area.top(), window.top());
        return new Area(
                left,
                top,
                Math.min(area.right(), window.right()) - left,
                Math.min(area.bottom(), window.bottom()) - top);
    }

    private static double angle(RandomGenerator random) {
        double kind = random.nextDouble();
        if (kind < 0.35) {
            return 0;
        }
        return Math.toRadians(kind < 0.75 ? 7 * random.nextGaussian() : random.nextDouble(-48, 48));
    }

    private static Face valid(Photo photo, RandomGenerator random) {
        List<Face> faces = new ArrayList<>(photo.faces());
        faces.removeIf(Face::invalid);
        return faces.get(random.nextInt(faces.size()));
    }
}
