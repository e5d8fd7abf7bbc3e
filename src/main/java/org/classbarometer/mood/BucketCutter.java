package org.classbarometer.mood;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.classbarometer.expression.LabelSet;

/// Cuts the moods of frames into buckets that may be stored, by three rules (docs/decisions/0009):
///
/// 1. Only frames with at least k certainly read faces enter a bucket. What the others showed changes
///    nothing that leaves here.
/// 2. A bucket less than half of whose frames entered is suppressed.
/// 3. Shares and probabilities move only when one of them has moved by more than one person's worth
///    from what was last told; else the last ones are told again. So the difference of two buckets
///    never shows that one person came, went or changed their expression.
///
/// Called on one thread at a time.
public final class BucketCutter {
    /// Fewest faces a bucket may ever speak of.
    public static final int FEWEST_FACES = 5;

    private final LabelSet labels;
    private final long length;
    private final int k;
    private MoodSum speakable;
    private long frames;
    private int index;
    private Optional<Told> last = Optional.empty();

    /// What was last told, before rounding.
    private record Told(double[] shares, double[] probabilities) {}

    /// @param labels of the moods to come
    /// @param length of a bucket
    /// @param k at least [#FEWEST_FACES]
    public BucketCutter(LabelSet labels, Duration length, int k) {
        if (k < FEWEST_FACES) {
            throw new IllegalArgumentException("k is too small: " + k);
        }
        this.labels = labels;
        this.length = length.toNanos();
        this.k = k;
        speakable = new MoodSum(labels);
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
        int now = Math.toIntExact(nanos / length);
        Optional<Bucket> finished = now == index ? Optional.empty() : finish();
        index = now;
        frames++;
        if (mood.read() >= k) {
            speakable.add(mood);
        }
        return finished;
    }

    /// Closes the open bucket.
    ///
    /// @return empty when no frame fell into it
    public Optional<Bucket> finish() {
        if (frames == 0) {
            return Optional.empty();
        }
        SpanMood span = speakable.mood();
        Optional<BucketMood> mood =
                2L * span.known() < frames ? Optional.empty() : Optional.of(told(span));
        frames = 0;
        speakable = new MoodSum(labels);
        return Optional.of(new Bucket(index, mood));
    }

    private BucketMood told(SpanMood span) {
        Told fresh = new Told(span.shares(), span.probabilities());
        // One of n faces that comes, goes or changes moves a share of n faces by at most 1/n, and a
        // mean over more readings by less.
        double onePerson = 1 / span.read();
        Told told = last.filter(before -> !moved(before, fresh, onePerson)).orElse(fresh);
        last = Optional.of(told);
        return new BucketMood(
                (int) Math.round(span.faces()),
                (int) Math.round(span.readings() - span.read()),
                percents(told.shares()),
                told.probabilities());
    }

    private static boolean moved(Told before, Told fresh, double by) {
        return farthest(before.shares(), fresh.shares()) > by + 1e-9
                || farthest(before.probabilities(), fresh.probabilities()) > by + 1e-9;
    }

    private static double farthest(double[] from, double[] to) {
        return IntStream.range(0, from.length)
                .mapToDouble(i -> Math.abs(from[i] - to[i]))
                .max()
                .orElse(0);
    }

    private static double[] percents(double[] shares) {
        return Arrays.stream(LargestRemainder.of(shares, 100))
                .mapToDouble(percent -> percent / 100.0)
                .toArray();
    }
}
