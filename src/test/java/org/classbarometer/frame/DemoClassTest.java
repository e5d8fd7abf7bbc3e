package org.classbarometer.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.classbarometer.frame.system.SystemFrameSources;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.Mat;

class DemoClassTest {
    private static final int FRAMES = 444;

    @Test
    void the_demo_class_plays_round_and_round_with_time_going_on() throws Exception {
        try (FrameSource demo = new SystemFrameSources().open(new SourceChoice.Demo())) {
            assertThat(demo.recorded()).isTrue();
            assertThat(demo.framesPerSecond()).isEqualTo(12);
            Mat image = new Mat();
            Mat first = new Mat();
            long last = -1;
            for (int i = 0; i < FRAMES + 24; i++) {
                OptionalLong time = demo.read(image);
                assertThat(time).isPresent();
                assertThat(time.getAsLong()).isGreaterThan(last);
                last = time.getAsLong();
                if (i == 0) {
                    image.copyTo(first);
                }
                if (i == FRAMES) {
                    assertThat(Core.norm(first, image)).as("starts again").isZero();
                }
            }
            assertThat(image.cols()).isEqualTo(1280);
            assertThat(image.rows()).isEqualTo(720);
            assertThat(last).isCloseTo(Math.round((FRAMES + 23) * 1e9 / 12), within(200_000_000L));
            image.release();
            first.release();
        }
    }

    @Test
    void many_sources_can_be_opened_after_another() throws Exception {
        Mat image = new Mat();
        for (int i = 0; i < 30; i++) {
            try (FrameSource demo = new SystemFrameSources().open(new SourceChoice.Demo())) {
                assertThat(demo.read(image)).isPresent();
            }
        }
        image.release();
    }

    @Test
    void played_live_it_takes_its_time() throws Exception {
        try (Recording recording = Recording.of(new SourceChoice.Demo(), Capture.Pace.SOURCE)) {
            recording.awaitFrames(12);
            assertThat(recording.frame(11).sourceNanos())
                    .isGreaterThan(TimeUnit.MILLISECONDS.toNanos(900));
            assertThat(recording.elapsedNanos()).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(900));
            assertThat(recording.last(SourceState.Playing.class))
                    .isEqualTo(Optional.of(new SourceState.Playing("Demo class", 1280, 720, 12)));
        }
    }
}
