package org.classbarometer.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.classbarometer.frame.FrameSourceException.Outlook;
import org.classbarometer.frame.SourceState.Ended;
import org.classbarometer.frame.SourceState.Failed;
import org.classbarometer.frame.SourceState.Opening;
import org.classbarometer.frame.SourceState.Playing;
import org.classbarometer.frame.SourceState.Waiting;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

class CaptureTest {
    private static final SourceChoice CAMERA = new SourceChoice.Camera(0);
    // Before close() gives up waiting, after five seconds; a loaded machine is slow.
    private static final long PROMPT_MILLIS = 4_000;

    /// What happens when a source is read.
    @FunctionalInterface
    private interface Step {
        OptionalLong read() throws FrameSourceException, InterruptedException;
    }

    private static Step frame(long millis) {
        return () -> OptionalLong.of(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private static Step end() {
        return OptionalLong::empty;
    }

    private static Step broken(String problem, Outlook outlook) {
        return () -> {
            throw new FrameSourceException(problem, outlook, null);
        };
    }

    /// Plays a script, one part for every time it is opened; the last part again and again.
    private static final class Script implements FrameSources {
        private final ArrayDeque<List<Step>> openings = new ArrayDeque<>();
        private final boolean recorded;
        private final AtomicInteger opened = new AtomicInteger();
        private final AtomicInteger closed = new AtomicInteger();

        Script(boolean recorded) {
            this.recorded = recorded;
        }

        Script then(Step... steps) {
            openings.add(List.of(steps));
            return this;
        }

        @Override
        public FrameSource open(SourceChoice choice) throws FrameSourceException {
            List<Step> steps = openings.size() > 1 ? openings.remove() : openings.element();
            opened.incrementAndGet();
            ArrayDeque<Step> left = new ArrayDeque<>(steps);
            if (left.size() == 1 && !recorded) {
                run(left.element());
            }
            return new FrameSource() {
                @Override
                public String name() {
                    return "script";
                }

                @Override
                public boolean recorded() {
                    return recorded;
                }

                @Override
                public double framesPerSecond() {
                    return 25;
                }

                @Override
                public OptionalLong read(Mat image) throws FrameSourceException {
                    image.create(4, 6, CvType.CV_8UC3);
                    return run(left.remove());
                }

                @Override
                public void close() {
                    closed.incrementAndGet();
                }
            };
        }

        private static OptionalLong run(Step step) throws FrameSourceException {
            try {
                return step.read();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return OptionalLong.of(0);
            }
        }
    }

    private static Step waitForStop() {
        return () -> {
            new CountDownLatch(1).await();
            return OptionalLong.empty();
        };
    }

    private static Recording play(Script script) {
        return Recording.of(CAMERA, Capture.Pace.SOURCE, script);
    }

    @Test
    void a_camera_that_is_not_there_at_the_start_fails_at_once() {
        Script script = new Script(false).then(broken("no camera", Outlook.MAY_RETURN));
        try (Recording recording = play(script)) {
            recording.await(Failed.class);
            recording.stopMillis();
            assertThat(recording.states())
                    .containsExactly(new Opening("camera:0"), new Failed("camera:0", "no camera"));
        }
    }

    @Test
    void a_busy_camera_is_waited_for_from_the_start() {
        Step busy = broken("busy", Outlook.BUSY);
        Script script =
                new Script(false).then(busy).then(busy).then(frame(0), frame(40), waitForStop());
        try (Recording recording = play(script)) {
            recording.awaitFrames(1);
            assertThat(recording.stopMillis()).isLessThan(PROMPT_MILLIS);
            assertThat(recording.states())
                    .containsExactly(
                            new Opening("camera:0"),
                            new Waiting("camera:0", "busy"),
                            new Playing("script", 6, 4, 25));
        }
        assertThat(script.closed).hasValue(1);
    }

    @Test
    void an_unplugged_camera_is_waited_for_and_each_reason_told_once() {
        Step gone = broken("no camera", Outlook.MAY_RETURN);
        Script script =
                new Script(false)
                        .then(frame(0), frame(40), broken("unplugged", Outlook.MAY_RETURN))
                        .then(gone)
                        .then(gone)
                        .then(frame(0), waitForStop());
        try (Recording recording = play(script)) {
            recording.await(() -> recording.all(Playing.class).size() == 2, "its return");
            recording.await(
                    () -> recording.frames().stream().anyMatch(seen -> seen.sequence() == 2),
                    "the frame after it");
            assertThat(recording.states())
                    .containsExactly(
                            new Opening("camera:0"),
                            new Playing("script", 6, 4, 25),
                            new Waiting("camera:0", "unplugged"),
                            new Waiting("camera:0", "no camera"),
                            new Playing("script", 6, 4, 25));
            Recording.Seen back = recording.frames().getLast();
            assertThat(back.sourceNanos())
                    .as("the pause counts")
                    .isGreaterThan(TimeUnit.MILLISECONDS.toNanos(40 + 250));
        }
    }

    @Test
    void a_source_that_breaks_for_good_fails_and_is_closed() {
        Script script = new Script(true).then(frame(0), broken("damaged", Outlook.HOPELESS));
        try (Recording recording = play(script)) {
            assertThat(recording.await(Failed.class).problem()).isEqualTo("damaged");
        }
        assertThat(script.closed).hasValue(1);
        assertThat(script.opened).hasValue(1);
    }

    @Test
    void a_native_library_that_throws_ends_in_a_failure_with_a_way_out() {
        Script script =
                new Script(false)
                        .then(
                                frame(0),
                                () -> {
                                    throw new org.opencv.core.CvException("assertion failed");
                                });
        try (Recording recording = play(script)) {
            assertThat(recording.await(Failed.class).problem())
                    .contains("internal error")
                    .contains("assertion failed")
                    .contains("Choose it again");
        }
        assertThat(script.closed).hasValue(1);
    }

    @Test
    void an_error_while_reading_is_told_instead_of_ending_the_thread_in_silence() {
        Script script =
                new Script(true)
                        .then(
                                frame(0),
                                () -> {
                                    throw new OutOfMemoryError("Required array size too large");
                                });
        try (Recording recording = play(script)) {
            assertThat(recording.await(Failed.class).problem()).contains("too large");
        }
        assertThat(script.closed).hasValue(1);
    }

    @Test
    void a_listener_that_throws_does_not_stop_the_camera() throws Exception {
        Script script = new Script(true).then(frame(0), end());
        CountDownLatch ended = new CountDownLatch(1);
        AtomicInteger reported = new AtomicInteger();
        try (LatestFrame slot = new LatestFrame();
                Capture capture =
                        new Capture(
                                CAMERA,
                                Capture.Pace.SOURCE,
                                script,
                                slot,
                                state -> {
                                    reported.incrementAndGet();
                                    if (state instanceof Ended) {
                                        ended.countDown();
                                    }
                                    throw new IllegalStateException("a broken listener");
                                })) {
            capture.start();
            assertThat(ended.await(1, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(reported).as("opening, playing, ended").hasValue(3);
    }

    @Test
    void stopping_is_prompt_while_waiting_and_tells_no_end() {
        Script script = new Script(false).then(broken("busy", Outlook.BUSY));
        try (Recording recording = play(script)) {
            recording.await(Waiting.class);
            assertThat(recording.stopMillis()).isLessThan(PROMPT_MILLIS);
            assertThat(recording.states())
                    .containsExactly(new Opening("camera:0"), new Waiting("camera:0", "busy"));
        }
    }

    @Test
    void stopping_is_prompt_between_two_slow_frames() {
        Script script = new Script(true).then(frame(0), frame(9_000), end());
        try (Recording recording = play(script)) {
            recording.awaitFrames(1);
            assertThat(recording.stopMillis()).isLessThan(PROMPT_MILLIS);
            assertThat(recording.all(Ended.class)).isEmpty();
        }
    }

    @Test
    void stopping_is_prompt_while_nobody_takes_the_frames() {
        Script script = new Script(true).then(frame(0), frame(40), frame(80), end());
        try (Recording recording = Recording.notTaken(CAMERA, Capture.Pace.EVERY_FRAME, script)) {
            recording.await(recording::hasFrameWaiting, "a frame in the slot");
            assertThat(recording.stopMillis()).isLessThan(PROMPT_MILLIS);
        }
    }

    @Test
    void a_listener_may_stop_the_capture_that_tells_it() throws Exception {
        Script script = new Script(true).then(frame(0), end());
        CountDownLatch stopped = new CountDownLatch(1);
        Capture[] capture = new Capture[1];
        try (LatestFrame slot = new LatestFrame()) {
            capture[0] =
                    new Capture(
                            CAMERA,
                            Capture.Pace.SOURCE,
                            script,
                            slot,
                            state -> {
                                if (state instanceof Ended) {
                                    capture[0].close();
                                    stopped.countDown();
                                }
                            });
            capture[0].start();
            assertThat(stopped.await(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    @Test
    void playing_that_was_held_up_goes_on_at_its_own_pace() {
        Step late =
                () -> {
                    TimeUnit.MILLISECONDS.sleep(2_000);
                    return OptionalLong.of(TimeUnit.MILLISECONDS.toNanos(40));
                };
        Script script = new Script(true).then(frame(0), late, frame(440), frame(840), end());
        try (Recording recording = play(script)) {
            recording.await(Ended.class);
            recording.awaitFrames(4);
            long pace = recording.frame(3).capturedNanos() - recording.frame(1).capturedNanos();
            assertThat(pace).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(400));
        }
    }

    private static Step frameAfter(CountDownLatch gate, long millis) {
        return () -> {
            gate.await();
            return OptionalLong.of(TimeUnit.MILLISECONDS.toNanos(millis));
        };
    }

    @Test
    void a_held_camera_is_closed_and_opened_again_when_it_goes_on() {
        CountDownLatch gate = new CountDownLatch(1);
        Script script =
                new Script(false)
                        .then(frame(0), frameAfter(gate, 40), frame(80))
                        .then(frame(0), end());
        try (Recording recording = play(script)) {
            recording.awaitFrames(1);
            recording.hold(true);
            gate.countDown();
            recording.await(() -> script.closed.get() == 1, "the camera off");
            assertThat(recording.last(Ended.class)).isEmpty();
            assertThat(recording.frames().size()).isLessThanOrEqualTo(2);

            recording.hold(false);
            recording.await(Ended.class);
            assertThat(script.opened.get()).isEqualTo(2);
        }
    }

    @Test
    void a_held_recording_goes_on_where_it_was() {
        CountDownLatch gate = new CountDownLatch(1);
        Script script = new Script(true).then(frame(0), frameAfter(gate, 40), frame(80), end());
        try (Recording recording = play(script)) {
            recording.awaitFrames(1);
            recording.hold(true);
            gate.countDown();
            recording.awaitFrames(2);
            assertThat(script.closed.get()).isZero();

            recording.hold(false);
            recording.await(Ended.class);
            recording.awaitFrames(3);
            assertThat(script.opened.get()).isEqualTo(1);
            assertThat(recording.frame(2).sourceNanos())
                    .isEqualTo(TimeUnit.MILLISECONDS.toNanos(80));
        }
    }
}
