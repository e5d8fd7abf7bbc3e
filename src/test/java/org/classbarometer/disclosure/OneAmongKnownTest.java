package org.classbarometer.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What no rule can do: hide one person altogether from somebody who knows what all the others
/// showed. Two lessons that differ in what one person shows from some moment on are published with
/// the same draws; this is how often the difference shows.
class OneAmongKnownTest {
    private static final int BUCKETS = 60;

    /// @param now shown in the bucket in which the person changed
    /// @param later shown in any of the five minutes after
    private record Shown(double now, double later) {}

    @Test
    void one_persons_change_seldom_shows_to_who_knows_all_the_others() {
        assertThat(shown(300, 11).now()).isLessThan(0.1);
    }

    @Test
    @Tag("slow")
    void how_often_one_persons_change_shows_to_who_knows_all_the_others() {
        Shown shown = shown(20_000, 13);
        System.out.printf(
                "One person's change shows in its bucket in %.1f %%, within 5 minutes in %.1f %%%n",
                100 * shown.now(), 100 * shown.later());
    }

    private static Shown shown(int lessons, long seed) {
        Random random = new Random(seed);
        int now = 0;
        int later = 0;
        int tries = 0;
        while (tries < lessons) {
            SimulatedLesson lesson =
                    SimulatedLesson.random(10 + random.nextInt(31), BUCKETS, 0, random);
            int person = random.nextInt(lesson.people());
            int moment = random.nextInt(BUCKETS);
            int state = random.nextInt(SimulatedLesson.LABELS.size());
            if (lesson.states()[moment][person] == state) {
                continue;
            }
            tries++;
            byte[] key = ByteBuffer.allocate(Long.BYTES).putLong(lesson.seed()).array();
            SimulatedLesson other = lesson.with(person, moment, state);
            List<?> rows = Rule.Current.with(Draws.keyed(key)).tell(lesson, 0, BUCKETS);
            List<?> others = Rule.Current.with(Draws.keyed(key)).tell(other, 0, BUCKETS);
            now += rows.get(moment).equals(others.get(moment)) ? 0 : 1;
            later += rows.equals(others) ? 0 : 1;
        }
        return new Shown((double) now / tries, (double) later / tries);
    }
}
