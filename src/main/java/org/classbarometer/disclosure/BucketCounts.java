package org.classbarometer.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/// What a bucket of frames showed, in people. One person moves each of these numbers by at most one,
/// whatever they do in however many frames: each is the lower median of a count that one person moves
/// by at most one in any frame. A number is reached or exceeded in more than half of the frames.
///
/// @param people certainly read faces
/// @param uncertain faces with an uncertain reading
/// @param shown per label, the people who showed it; but where fewer than [#OTHERS] of the people in a
///     frame showed anything else, as many less: that all showed the same is not seen
public record BucketCounts(int people, int uncertain, int[] shown) {
    /// So many people of a frame are always taken to show something else than a label.
    static final int OTHERS = PublishedCount.PEOPLE;

    /// One frame.
    ///
    /// @param counts per label, certainly read faces that showed it
    /// @param uncertain faces with an uncertain reading
    public record FrameCounts(int[] counts, int uncertain) {
        int people() {
            return Arrays.stream(counts).sum();
        }

        int shown(int label) {
            return Math.max(0, Math.min(counts[label], people() - OTHERS));
        }
    }

    /// @param frames of one bucket, all with the same labels; at least one
    public static BucketCounts over(List<FrameCounts> frames) {
        int[] shown = new int[frames.getFirst().counts().length];
        for (int label = 0; label < shown.length; label++) {
            int one = label;
            shown[label] = lowerMedian(frames, frame -> frame.shown(one));
        }
        return new BucketCounts(
                lowerMedian(frames, FrameCounts::people),
                lowerMedian(frames, FrameCounts::uncertain),
                shown);
    }

    private static int lowerMedian(List<FrameCounts> frames, ToIntFunction<FrameCounts> count) {
        int[] sorted = frames.stream().mapToInt(count).sorted().toArray();
        return sorted[(sorted.length - 1) / 2];
    }
}
