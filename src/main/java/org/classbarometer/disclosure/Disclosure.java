package org.classbarometer.disclosure;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Decides what may be published about a class, bucket by bucket, each number for itself
/// (docs/privacy.md):
///
/// 1. A label is published only while at least three people show it, and at least three do not.
/// 2. What is published about a label, of the size of the group or of the uncertain changes only
///    when at least three people changed in that respect since it was last published, and so does
///    whether the bucket is published at all.
/// 3. Published are multiples of three people, never a count.
///
/// Whether it takes three people or four is drawn secretly. What is seen in a bucket that is
/// not published changes nothing that is published later. Called on one thread at a time.
public final class Disclosure {
    /// Every number that is published is a multiple of it.
    public static final int STEP = PublishedCount.STEP;

    /// No group of fewer certainly read people is ever published about.
    public static final int FEWEST = 5;

    private final PublishedCount people;
    private final PublishedCount uncertain;
    private final List<PublishedCount> shown;

    /// @param labels by their names
    /// @param fewest people that a bucket may publish about; at least [#FEWEST]
    public Disclosure(List<String> labels, int fewest, Draws draws) {
        if (fewest < FEWEST) {
            throw new IllegalArgumentException("A group of %d is too small".formatted(fewest));
        }
        people = new PublishedCount("people", fewest, draws);
        uncertain = new PublishedCount("uncertain", PublishedCount.PEOPLE, draws);
        shown =
                labels.stream()
                        .map(label ->
                                new PublishedCount("label " + label, PublishedCount.PEOPLE, draws))
                        .toList();
    }

    /// Goes on where an earlier one ended: the same people, published about again, publish nothing
    /// new.
    ///
    /// @param last what it last published, with the same labels
    public void resume(Published last) {
        people.resume(last.people());
        uncertain.resume(last.uncertain());
        IntStream.range(0, shown.size()).forEach(i -> shown.get(i).resume(last.shown()[i]));
    }

    /// What to resume from later: what was published last of each, which says nothing that was not
    /// published.
    public Published published() {
        return new Published(
                people.published(),
                uncertain.published(),
                shown.stream().mapToInt(PublishedCount::published).toArray());
    }

    /// @param bucket with the same labels; the next in time
    /// @return empty when nothing may be published about it
    public Optional<Published> publish(BucketCounts bucket) {
        people.look(bucket.people());
        if (people.published() == 0) {
            return Optional.empty();
        }
        uncertain.look(bucket.uncertain());
        IntStream.range(0, shown.size()).forEach(i -> shown.get(i).look(bucket.shown()[i]));
        return Optional.of(published());
    }
}
