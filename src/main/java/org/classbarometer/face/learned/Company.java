package org.classbarometer.face.learned;

import java.util.List;

/// How well places that may be faces go together: contextual rescoring, in the words of the field. People in one
/// picture mostly sit or stand at similar distances with their heads at similar heights, and what a finder takes
/// for a face by mistake is often much smaller than they are, or lies far above or below.
///
/// The spreads were chosen on the choosing half of the validation photographs (models/face-check.md); neighbouring
/// values did as well.
public final class Company {
    /// Sizes that differ by this much, as a natural logarithm, are less alike by `exp(-1/2)`.
    private static final double SIZES = 0.4;

    /// ... and so are heights that differ by so many sizes of the larger face.
    private static final double LEVELS = 2;

    private Company() {}

    /// A place that may be a face.
    ///
    /// @param x of its middle, in any unit that all places of a picture share
    /// @param y as x
    /// @param size as x, above 0
    /// @param probability that it is a face, by itself
    public record Place(double x, double y, double size, double probability) {
        private double likeness(Place other) {
            double sizes = Math.log(size / other.size) / SIZES;
            double levels = (y - other.y) / (LEVELS * Math.max(size, other.size));
            return Math.exp(-(sizes * sizes + levels * levels) / 2);
        }
    }

    /// How much a place is alone.
    ///
    /// @param others places in the same picture, itself not among them
    /// @return 0 where the surest of the others is of its size and at its height, or where there are none, up to 1
    ///     where all that are sure are quite unlike it
    public static double lacking(Place place, List<Place> others) {
        double surest = 0;
        double nearest = 0;
        for (Place other : others) {
            surest = Math.max(surest, other.probability);
            nearest = Math.max(nearest, other.probability * place.likeness(other));
        }
        return surest - nearest;
    }
}
