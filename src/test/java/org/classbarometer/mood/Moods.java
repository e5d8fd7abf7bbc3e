package org.classbarometer.mood;

/// Moods of buckets for tests, from shares.
public final class Moods {
    private Moods() {}

    /// @param faces certainly read and uncertain
    /// @param shares per label; as near to them as whole people come
    public static BucketMood of(int faces, int uncertain, double... shares) {
        int people = faces - uncertain;
        return new BucketMood(people, uncertain, LargestRemainder.of(shares, people));
    }
}
