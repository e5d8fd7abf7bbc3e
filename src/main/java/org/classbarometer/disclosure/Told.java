package org.classbarometer.disclosure;

/// What may be told of a bucket, in people: multiples of [Disclosure#STEP].
///
/// @param people about how many were certainly read
/// @param uncertain about how many were not; 0 where nothing is told of them
/// @param shown per label, about how many showed it; 0 where nothing is told of it
public record Told(int people, int uncertain, int[] shown) {}
