package org.classbarometer.mood;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.classbarometer.disclosure.Disclosure;
import org.classbarometer.disclosure.Draws;
import org.classbarometer.disclosure.Seen;
import org.classbarometer.disclosure.Told;
import org.classbarometer.expression.LabelSet;

/// Cuts the moods of frames into buckets that may be stored: of what the frames of a bucket showed only
/// that remains which [Disclosure] tells.
///
/// Called on one thread at a time.
public final class BucketCutter {
    /// Fewest faces a bucket may ever speak of.
    public static final int FEWEST_FACES = Disclosure.FEWEST;

    private final LabelSet labels;
    private final long length;
    private final Disclosure disclosure;
    private final List<Seen.Frame> frames = new ArrayList<>();
    private int index;

    /// @param labels of the moods to come
    /// @param length of a bucket
    /// @param k at least [#FEWEST_FACES]
    /// @param draws secret, for what is told
    public BucketCutter(LabelSet labels, Duration length, int k, Draws draws) {
        this.labels = labels;
        this.length = length.toNanos();
        disclosure = new Disclosure(labels.labels(), k, draws);
    }

    /// Goes on where an earlier one of the same people and labels ended.
    public void resume(Told last) {
        disclosure.resume(last);
    }

    /// What to resume from later: nothing that was not told.
    public Told last() {
        return disclosure.last();
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
        frames.add(new Seen.Frame(mood.counts(), mood.uncertain()));
        return finished;
    }

    private int at(long nanos) {
        return Math.toIntExact(nanos / length);
    }

    /// Closes the open bucket if it has ended. One that has not is never told: what ends it may be
    /// chosen, and moment by moment it would tell of single people.
    ///
    /// @param nanos until when the session lasted
    /// @return empty when the bucket goes on, and when no frame fell into it
    public Optional<Bucket> closeBefore(long nanos) {
        if (frames.isEmpty() || at(nanos) <= index) {
            return Optional.empty();
        }
        Bucket closed = new Bucket(index, told(frames));
        frames.clear();
        return Optional.of(closed);
    }

    /// What may be told of a bucket, for one that was cut elsewhere; the next in time.
    ///
    /// @param bucket its frames, at least one
    public Optional<BucketMood> told(List<Seen.Frame> bucket) {
        return disclosure
                .tell(Seen.over(bucket))
                .map(told -> new BucketMood(told.people(), told.uncertain(), told.shown()));
    }
}
