package org.classbarometer.review;

/// How sure it is that a difference is more than the usual up and down. What the limits are: see
/// [Moments] and [Comparison#between].
public enum Sureness {
    /// The usual up and down hardly ever brings it about.
    CLEAR,
    /// The usual up and down seldom brings it about.
    LIKELY,
    /// May well be chance, or rests on too little.
    OPEN;

    Sureness lower() {
        return this == CLEAR ? LIKELY : OPEN;
    }
}
