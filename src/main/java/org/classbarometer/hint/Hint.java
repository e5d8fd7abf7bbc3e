package org.classbarometer.hint;

/// What may be worth a look up from the desk.
///
/// @param now mean lean of the room over the last minutes, in [-1, 1]; see [Lean]. For
///     [Kind#HARD_TO_READ] the share of uncertain readings, in [0, 1]
/// @param usual the same over the time before
/// @param faces mean number of certainly read faces it rests on; at least k. For
///     [Kind#HARD_TO_READ] the mean number of faces seen, also at least k
/// @param comparedMinutes how many minutes the usual is taken from
/// @param sure whether no earlier span of the same length was like it, and there were enough of them
public record Hint(
        Kind kind, double now, double usual, int faces, int comparedMinutes, boolean sure) {
    /// What differs from usual.
    public enum Kind {
        LESS_POSITIVE,
        MORE_POSITIVE,
        /// Most readings are uncertain: light, distance, covered faces.
        HARD_TO_READ
    }
}
