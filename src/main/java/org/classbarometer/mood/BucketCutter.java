package org.classbarometer.mood;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.classbarometer.disclosure.BucketCounts;
import org.classbarometer.disclosure.Disclosure;
import org.classbarometer.disclosure.Draws;
import org.classbarometer.disclosure.Published;
import org.classbarometer.expression.LabelSet;

/// Cuts the moods of frames into buckets that may be stored: of what the frames of a bucket showed
/// only that remains which [Disclosure] publishes.
///
/// Called on one thread at a time.
public final class BucketCutter {
    /// Fewest faces a bucket may ever speak of.
    public static final int FEWEST_FACES = Disclosure.FEWEST;

    private final LabelSet labels;
    private final long length;
    private final Disclosure disclosure;
    private final List<BucketCounts.FrameCounts> frames = new ArrayList<>();
    private int index;
    private long quiet;

    /// @param labels of the moods to come
    /// @param length of a bucket
    /// @param k at least [#FEWEST_FACES]
    /// @param draws secret, for what is published
    public BucketCutter(LabelSet labels, Duration length, int k, Draws draws) {
        this.labels = labels;
        this.length = length.toNanos();
        disclosure = new Disclosure(labels.labels(), k, draws);
    }

    /// Goes on where an earlier one of the same people and labels ended.
    public void resume(Published last) {
        disclosure.resume(last);
    }

    /// Buckets that begin earlier tell nothing.
    ///
    /// @param until since the session's start
    public void quietUntil(Duration until) {
        quiet = until.toNanos();
    }

    /// What to resume from later: nothing that was not told.
    public Published published() {
        return disclosure.published();
    }

    /// Takes the mood of one frame. Moods in another label set cannot be added up with the rest and
    /// are left out.
    ///
    /// @param nanos since the session's start, at least 0, never decreasing
    /// @return the bucket that ended before this frame; empty while none did, and when it was empty
    public Optional<Bucket> add(long nanos, Mood mood) {
        if (!mood.labels().equals(labels)) {
            return Optional.empty();
        }
        Optional<Bucket> finished = closeBefore(nanos);
        index = at(nanos);
        frames.add(new BucketCounts.FrameCounts(mood.counts(), mood.uncertain()));
        return finished;
    }

    private int at(long nanos) {
        return Math.toIntExact(nanos / length);
    }

    /// Closes the open bucket if it has ended. One that has not is never published: what ends it
    /// may be chosen, and moment by moment it would publish about single people.
    ///
    /// @param nanos until when the session lasted
    /// @return empty when the bucket goes on, and when no frame fell into it
    public Optional<Bucket> closeBefore(long nanos) {
        if (frames.isEmpty() || at(nanos) <= index) {
            return Optional.empty();
        }
        Bucket closed =
                new Bucket(index, index * length < quiet ? Optional.empty() : publish(frames));
        frames.clear();
        return Optional.of(closed);
    }

    /// What may be published about a bucket, for one that was cut elsewhere; the next in time.
    ///
    /// @param bucket its frames, at least one
    public Optional<BucketMood> publish(List<BucketCounts.FrameCounts> bucket) {
        return disclosure
                .publish(BucketCounts.over(bucket))
                .map(published ->
                        new BucketMood(
                                published.people(), published.uncertain(), published.shown()));
    }
}
