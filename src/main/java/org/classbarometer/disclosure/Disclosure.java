package org.classbarometer.disclosure;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Decides what may be told of a class, bucket by bucket, each number for itself (docs/privacy.md):
///
/// 1. A label is told only while at least three people show it, and at least three do not.
/// 2. What is told of a label, of the size of the group or of the uncertain changes only when at least
///    three people changed in that respect since it was last told, and so does whether the bucket is
///    told at all.
/// 3. Told are multiples of three people, never a count.
///
/// Whether it takes three people or four is drawn secretly. What is seen in a bucket that is
/// not told changes nothing that is told later. Called on one thread at a time.
public final class Disclosure {
    /// Every number that is told is a multiple of it.
    public static final int STEP = ToldCount.STEP;

    /// No group of fewer certainly read people is ever told of.
    public static final int FEWEST = 5;

    private final ToldCount people;
    private final ToldCount uncertain;
    private final List<ToldCount> shown;

    /// @param labels by their names
    /// @param fewest people that a bucket may tell of; at least [#FEWEST]
    public Disclosure(List<String> labels, int fewest, Draws draws) {
        if (fewest < FEWEST) {
            throw new IllegalArgumentException("A group of %d is too small".formatted(fewest));
        }
        people = new ToldCount("people", fewest, draws);
        uncertain = new ToldCount("uncertain", ToldCount.PEOPLE, draws);
        shown =
                labels.stream()
                        .map(label -> new ToldCount("label " + label, ToldCount.PEOPLE, draws))
                        .toList();
    }

    /// Goes on where an earlier one ended: the same people, told of again, tell nothing new.
    ///
    /// @param last what it last told, with the same labels
    public void resume(Told last) {
        people.resume(last.people());
        uncertain.resume(last.uncertain());
        IntStream.range(0, shown.size()).forEach(i -> shown.get(i).resume(last.shown()[i]));
    }

    /// What to resume from later: what was told last of each, which says nothing that was not told.
    public Told last() {
        return new Told(
                people.told(),
                uncertain.told(),
                shown.stream().mapToInt(ToldCount::told).toArray());
    }

    /// @param bucket with the same labels; the next in time
    /// @return empty when nothing may be told of it
    public Optional<Told> tell(Seen bucket) {
        people.look(bucket.people());
        if (people.told() == 0) {
            return Optional.empty();
        }
        uncertain.look(bucket.uncertain());
        IntStream.range(0, shown.size()).forEach(i -> shown.get(i).look(bucket.shown()[i]));
        return Optional.of(last());
    }
}
