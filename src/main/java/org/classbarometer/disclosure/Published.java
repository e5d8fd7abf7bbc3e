package org.classbarometer.disclosure;

/// What may be published about a bucket, in people: multiples of [Disclosure#STEP].
///
/// @param people about how many were certainly read
/// @param uncertain about how many were not; 0 where nothing is published about them
/// @param shown per label, about how many showed it; 0 where nothing is published about it
public record Published(int people, int uncertain, int[] shown) {}
