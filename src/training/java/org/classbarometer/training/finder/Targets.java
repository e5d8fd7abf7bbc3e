package org.classbarometer.training.finder;

import java.util.Arrays;
import java.util.List;

/// What one level's cells should say about a batch of pieces.
///
/// @param stride in pixels
/// @param columns cells of a row
/// @param aims for each cell, piece by piece and row by row: number of its face, or one of the
///     constants
/// @param faces that the numbers count
record Targets(int stride, int columns, int[] aims, List<Area> faces) {
    /// There is no face.
    static final int NONE = -1;

    /// Whatever the cell says is right.
    static final int ANY = -2;

    // Within this share of its size around its middle, a face of another level is no mistake.
    private static final double OTHER_LEVEL = 0.35;

    static Targets of(Reach reach, List<Crop> crops) {
        int side = crops.getFirst().side() / reach.stride();
        int[] aims = new int[crops.size() * side * side];
        Arrays.fill(aims, NONE);
        List<Area> faces = crops.stream().flatMap(crop -> crop.faces().stream()).toList();
        double[] nearest = new double[side * side];
        int first = 0;
        for (int i = 0; i < crops.size(); i++) {
            Crop crop = crops.get(i);
            int offset = i * side * side;
            for (Area area : crop.ignored()) {
                ignore(reach, aims, offset, side, area);
            }
            for (Area face : crop.faces()) {
                if (!reach.answersFor(face)) {
                    double half = OTHER_LEVEL * face.size();
                    ignore(
                            reach,
                            aims,
                            offset,
                            side,
                            new Area(
                                    face.middleX() - half,
                                    face.middleY() - half,
                                    2 * half,
                                    2 * half));
                }
            }
            Arrays.fill(nearest, Double.MAX_VALUE);
            for (int number = 0; number < crop.faces().size(); number++) {
                Area face = crop.faces().get(number);
                if (reach.answersFor(face)) {
                    claim(reach, aims, offset, side, nearest, first + number, face);
                }
            }
            first += crop.faces().size();
        }
        return new Targets(reach.stride(), side, aims, faces);
    }

    private static void ignore(Reach reach, int[] aims, int offset, int side, Area area) {
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                if (area.holds((column + 0.5) * reach.stride(), (row + 0.5) * reach.stride())) {
                    aims[offset + row * side + column] = ANY;
                }
            }
        }
    }

    private static void claim(
            Reach reach,
            int[] aims,
            int offset,
            int side,
            double[] nearest,
            int number,
            Area face) {
        double radius = reach.radius(face);
        int middleColumn = (int) Math.clamp(face.middleX() / reach.stride(), 0, side - 1);
        int middleRow = (int) Math.clamp(face.middleY() / reach.stride(), 0, side - 1);
        int far = (int) Math.ceil(radius / reach.stride());
        for (int row = Math.max(0, middleRow - far);
                row <= Math.min(side - 1, middleRow + far);
                row++) {
            for (int column = Math.max(0, middleColumn - far);
                    column <= Math.min(side - 1, middleColumn + far);
                    column++) {
                double distance =
                        Math.hypot(
                                (column + 0.5) * reach.stride() - face.middleX(),
                                (row + 0.5) * reach.stride() - face.middleY());
                boolean middle = row == middleRow && column == middleColumn;
                double share = distance / face.size();
                int cell = row * side + column;
                // A small face is nearer to its cells than a large one behind it, in its own size.
                if ((middle || distance <= radius) && share < nearest[cell]) {
                    nearest[cell] = share;
                    aims[offset + cell] = number;
                }
            }
        }
    }
}
