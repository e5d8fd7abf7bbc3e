package org.classbarometer.mood;

import java.util.Arrays;

/// The mood of the room over one bucket, as it may be stored and shown: what
/// [org.classbarometer.disclosure] publishes about it and nothing else, in people and not as they
/// were counted.
///
/// @param people about how many were certainly read
/// @param uncertain about how many were not; 0 where nothing is published about them
/// @param shown per label, about how many showed it; 0 where nothing is published about it
public record BucketMood(int people, int uncertain, int[] shown) {
    public BucketMood {
        if (people < 1 || uncertain < 0 || Arrays.stream(shown).anyMatch(one -> one < 0)) {
            throw new IllegalArgumentException(
                    "Not people: %d, %d, %s".formatted(people, uncertain, Arrays.toString(shown)));
        }
    }

    /// About how many faces there were.
    public int faces() {
        return people + uncertain;
    }

    /// Per label, the share of the certainly read that is published about it, in [0, 1]. What the
    /// shares lack to 1 is not published.
    public double[] shares() {
        // Each number is published for itself: together the labels may be more than the people.
        double all = Math.max(people, Arrays.stream(shown).sum());
        return Arrays.stream(shown).mapToDouble(one -> one / all).toArray();
    }
}
