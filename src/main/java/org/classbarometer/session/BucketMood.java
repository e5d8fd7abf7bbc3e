package org.classbarometer.session;

/// The mood of the room over one bucket, as it may be stored and shown: aggregates only, rounded so
/// that the difference of neighbouring buckets does not tell a single person's expression.
///
/// @param faces mean number of faces seen a frame, rounded to a whole number
/// @param uncertain mean number of faces a frame whose reading was uncertain, rounded to a whole number
/// @param shares per label, the share of the certainly read faces that showed it; in [0, 1]
/// @param probabilities per label, mean calibrated probability over all readings, uncertain ones
///     included; in [0, 1]
public record BucketMood(int faces, int uncertain, double[] shares, double[] probabilities) {}
