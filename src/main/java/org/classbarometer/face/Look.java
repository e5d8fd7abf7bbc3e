package org.classbarometer.face;

import java.util.function.Consumer;

/// One look of a detector at a picture, or at a part of it, for faces of some sizes.
///
/// @param job the kind of job it is: looks of one kind cost alike for each unit
/// @param units of work, such as the pixels looked at
/// @param periodNanos how often it is worth while, by the source's clock
/// @param spare whether it is done only in time that nothing else needs
/// @param view which faces it would not miss
/// @param search does it: hands on every sighting, judged or merely proposed
public record Look(
        String job, double units, long periodNanos, boolean spare, Visibility view, Search search) {
    /// Looks for faces in the frame.
    @FunctionalInterface
    public interface Search {
        void in(Pyramid frame, Consumer<Sighting> found);
    }

    /// What a look sees surely enough that a face it does not find there is in doubt.
    @FunctionalInterface
    public interface Visibility {
        /// Nothing is in doubt for not being found.
        Visibility UNSURE = _ -> false;

        boolean sees(Sighting place);
    }

    /// The same look, done in spare time.
    public Look asSpare() {
        return new Look(job, units, periodNanos, true, view, search);
    }
}
