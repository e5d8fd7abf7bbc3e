package org.classbarometer.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.mood.Bucket;
import org.classbarometer.mood.Mood;
import org.classbarometer.session.Recorder.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RecorderTest {
    private static final long SECOND = 1_000_000_000L;
    private static final InstantSource AT_TEN =
            InstantSource.fixed(Plans.MONDAY_NINE.plusHours(1).toInstant());
    private final MemorySessionStore store = new MemorySessionStore();
    private final List<StoreException> problems = new CopyOnWriteArrayList<>();

    private Recorder begun(Time time) throws StoreException {
        return Recorder.begin(
                store, Plans.lesson("7b", Plans.MONDAY_NINE), time, AT_TEN, problems::add);
    }

    private static Mood mood(int happy) {
        double[] probabilities = {0.5, 0.5, 0, 0};
        return new Mood(
                LabelSet.FOUR, new int[] {12 - happy, happy, 0, 0}, probabilities, 12, 12, 0);
    }

    private Timeline timeline(Recorder recorder) throws StoreException {
        return store.timeline(recorder.session()).orElseThrow();
    }

    @Test
    void what_was_analysed_is_stored_and_the_session_ended() throws Exception {
        Recorder recorder = begun(Time.WALL);
        recorder.add(0, mood(0));
        recorder.add(5 * SECOND, mood(6));
        recorder.add(11 * SECOND, mood(12));
        recorder.passed(Duration.ofSeconds(15));
        recorder.finish();

        assertThat(timeline(recorder).buckets()).extracting(Bucket::index).containsExactly(0, 1, 2);
        assertThat(timeline(recorder).buckets().get(1).mood().orElseThrow().people()).isEqualTo(12);
        assertThat(timeline(recorder).session().end()).contains(Plans.MONDAY_NINE.plusHours(1));
        assertThat(problems).isEmpty();
    }

    @Test
    void a_recording_ends_by_its_own_clock() throws Exception {
        Recorder recorder = begun(Time.SOURCE);
        recorder.add(100 * SECOND, mood(0));
        recorder.add(130 * SECOND, mood(6));
        assertThat(recorder.position()).isEqualTo(Duration.ofSeconds(30));
        recorder.finish();

        assertThat(timeline(recorder).session().end()).contains(Plans.MONDAY_NINE.plusSeconds(30));
        // The open bucket is not whole, and so not told.
        assertThat(timeline(recorder).buckets()).extracting(Bucket::index).containsExactly(0);
    }

    @Test
    void a_frame_captured_before_the_consent_is_left_out() throws Exception {
        Recorder recorder = begun(Time.WALL);
        recorder.add(-1, mood(0));
        recorder.finish();
        assertThat(timeline(recorder).buckets()).isEmpty();
    }

    @Test
    void nothing_is_recorded_after_the_end() throws Exception {
        Recorder recorder = begun(Time.WALL);
        recorder.finish();
        recorder.add(0, mood(0));
        recorder.finish();
        assertThat(timeline(recorder).buckets()).isEmpty();
    }

    @Test
    void a_marker_is_set_where_the_session_is() throws Exception {
        Recorder recorder = begun(Time.WALL);
        recorder.add(90 * SECOND, mood(0));
        Marker marker = recorder.mark("group work begins");
        recorder.finish();

        assertThat(marker.at()).isEqualTo(Duration.ofSeconds(90));
        assertThat(timeline(recorder).markers()).containsExactly(marker);
    }

    @Test
    void withdrawing_deletes_the_session_during_and_after_it() throws Exception {
        Recorder during = begun(Time.WALL);
        during.add(0, mood(0));
        during.add(5 * SECOND, mood(0));
        during.withdraw();
        during.add(10 * SECOND, mood(0));
        Recorder after = begun(Time.WALL);
        after.finish();
        after.withdraw();

        assertThat(store.sessions()).isEmpty();
        assertThat(problems).isEmpty();
    }

    @Test
    void a_discarded_session_comes_back_as_it_was_when_it_was_discarded() throws Exception {
        Recorder recorder = begun(Time.WALL);
        recorder.add(0, mood(0));
        recorder.add(5 * SECOND, mood(0));
        recorder.discard();
        assertThat(store.sessions()).isEmpty();
        recorder.add(10 * SECOND, mood(0));
        recorder.restore();

        assertThat(timeline(recorder).buckets()).hasSize(1);
        assertThat(timeline(recorder).session().end()).isPresent();
        recorder.withdraw();
        assertThatThrownBy(recorder::restore).isInstanceOf(StoreException.class);
        assertThat(problems).isEmpty();
    }

    @Test
    void a_session_that_cannot_be_begun_is_told_at_once() {
        store.failure.set(Optional.of(new StoreException("full")));
        assertThatThrownBy(() -> begun(Time.WALL)).hasMessage("full");
    }

    @Test
    void a_failing_disk_is_told_once_and_recording_goes_on() throws Exception {
        Recorder recorder = begun(Time.WALL);
        CountDownLatch told = new CountDownLatch(1);
        store.failure.set(Optional.of(new StoreException("full")));
        recorder.add(0, mood(0));
        recorder.add(5 * SECOND, mood(0));
        recorder.add(10 * SECOND, mood(0));
        while (problems.isEmpty()) {
            assertThat(told.await(5, TimeUnit.MILLISECONDS)).isFalse();
        }
        assertThatThrownBy(recorder::finish).hasMessage("full");
        assertThat(problems).hasSize(1);
        store.failure.set(Optional.empty());
        recorder.finish();
        assertThat(timeline(recorder).session().end()).isPresent();
    }

    @Test
    void buckets_that_cannot_be_written_for_a_while_are_written_when_they_can() throws Exception {
        Recorder recorder = begun(Time.WALL);
        store.failure.set(Optional.of(new StoreException("locked")));
        for (int i = 0; i < 5; i++) {
            recorder.add(i * 5L * SECOND, mood(0));
        }
        assertThatThrownBy(recorder::finish).hasMessage("locked");
        assertThat(recorder.progress()).isEqualTo(new Recorder.Progress(0, 0));
        store.failure.set(Optional.empty());
        recorder.finish();

        assertThat(timeline(recorder).buckets())
                .extracting(Bucket::index)
                .containsExactly(0, 1, 2, 3);
        assertThat(recorder.progress()).isEqualTo(new Recorder.Progress(4, 0));
        assertThat(problems).hasSize(1);
    }

    @Test
    void of_what_waits_longer_than_memory_is_meant_for_the_oldest_is_let_go() throws Exception {
        Recorder recorder = begun(Time.WALL);
        store.failure.set(Optional.of(new StoreException("full")));
        for (int i = 0; i <= Recorder.MOST_UNWRITTEN + 10; i++) {
            recorder.add(i * 5L * SECOND, mood(0));
        }
        assertThatThrownBy(recorder::finish).hasMessage("full");
        store.failure.set(Optional.empty());
        recorder.finish();

        assertThat(timeline(recorder).buckets())
                .hasSize(Recorder.MOST_UNWRITTEN)
                .last()
                .extracting(Bucket::index)
                .isEqualTo(Recorder.MOST_UNWRITTEN + 9);
    }

    @Test
    void a_clock_that_jumped_does_not_say_how_long_the_lesson_was() throws Exception {
        for (Duration jump : List.of(Duration.ofHours(-2), Duration.ofDays(40))) {
            Recorder recorder =
                    Recorder.begin(
                            store,
                            Plans.lesson("7b", Plans.MONDAY_NINE),
                            Time.WALL,
                            () -> Plans.MONDAY_NINE.plus(jump).toInstant(),
                            problems::add);
            recorder.add(0, mood(0));
            recorder.add(45 * 60 * SECOND, mood(0));
            recorder.finish();

            assertThat(timeline(recorder).session().end())
                    .contains(Plans.MONDAY_NINE.plusMinutes(45));
        }
    }

    @Test
    void two_who_end_a_session_at_once_lose_no_bucket() throws Exception {
        CountDownLatch free = new CountDownLatch(1);
        MemorySessionStore slow = slow(free);
        Recorder recorder =
                Recorder.begin(
                        slow,
                        Plans.lesson("7b", Plans.MONDAY_NINE),
                        Time.WALL,
                        AT_TEN,
                        problems::add);
        for (int i = 0; i < 10; i++) {
            recorder.add(i * 5L * SECOND, mood(0));
        }
        Thread other =
                Thread.ofPlatform()
                        .start(() -> {
                            try {
                                recorder.finish();
                            } catch (StoreException failed) {
                                problems.add(failed);
                            }
                        });
        Thread.ofPlatform().start(free::countDown);
        recorder.finish();
        other.join();

        assertThat(slow.timeline(recorder.session()).orElseThrow().buckets()).hasSize(9);
        assertThat(problems).isEmpty();
    }

    @Test
    void the_pipeline_never_waits_for_the_disk() throws Exception {
        CountDownLatch free = new CountDownLatch(1);
        MemorySessionStore slow = slow(free);
        Recorder recorder =
                Recorder.begin(
                        slow,
                        Plans.lesson("7b", Plans.MONDAY_NINE),
                        Time.WALL,
                        AT_TEN,
                        problems::add);
        for (int i = 0; i < 100; i++) {
            recorder.add(i * 5L * SECOND, mood(0));
        }
        // All of it was taken while the store did not accept the first bucket.
        free.countDown();
        recorder.finish();
        assertThat(slow.timeline(recorder.session()).orElseThrow().buckets()).hasSize(99);
    }

    @Test
    void a_thread_that_is_interrupted_while_it_ends_a_session_loses_nothing() throws Exception {
        CountDownLatch free = new CountDownLatch(1);
        MemorySessionStore slow = slow(free);
        Recorder recorder =
                Recorder.begin(
                        slow,
                        Plans.lesson("7b", Plans.MONDAY_NINE),
                        Time.WALL,
                        AT_TEN,
                        problems::add);
        for (int i = 0; i < 10; i++) {
            recorder.add(i * 5L * SECOND, mood(0));
        }
        Thread.currentThread().interrupt();
        Thread.ofPlatform().start(() -> free.countDown());
        recorder.finish();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(slow.timeline(recorder.session()).orElseThrow().buckets()).hasSize(9);
        assertThat(problems).isEmpty();
    }

    private static MemorySessionStore slow(CountDownLatch free) {
        return new MemorySessionStore() {
            @Override
            public synchronized void add(SessionId session, Bucket bucket) throws StoreException {
                awaitUninterruptibly(free);
                super.add(session, bucket);
            }
        };
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void a_lesson_is_as_long_as_it_took_whatever_the_clock_is_set_to_meanwhile() throws Exception {
        AtomicReference<Instant> clock = new AtomicReference<>(Plans.MONDAY_NINE.toInstant());
        Recorder recorder =
                Recorder.begin(
                        new MemorySessionStore(),
                        Plans.lesson("7b", Plans.MONDAY_NINE),
                        Recorder.Time.WALL,
                        clock::get,
                        _ -> {});
        for (Duration leap : List.of(Duration.ofHours(-1), Duration.ofDays(3650))) {
            clock.set(Plans.MONDAY_NINE.toInstant().plus(leap));
            assertThat(recorder.elapsed()).isBetween(Duration.ZERO, Duration.ofMinutes(30));
        }
        clock.set(Plans.MONDAY_NINE.toInstant().plus(Duration.ofHours(2)));
        assertThat(recorder.elapsed()).as("the computer slept").isEqualTo(Duration.ofHours(2));
    }
}
