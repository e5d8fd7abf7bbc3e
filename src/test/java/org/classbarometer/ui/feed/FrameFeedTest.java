package org.classbarometer.ui.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.frame.Frame;
import org.classbarometer.frame.OpenCv;
import org.classbarometer.frame.SourceState;
import org.classbarometer.frame.TestFrames;
import org.classbarometer.monitor.FrameAnalysis;
import org.classbarometer.monitor.Load;
import org.classbarometer.monitor.StageTimings;
import org.classbarometer.mood.Mood;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

class FrameFeedTest {
    private final ArrayDeque<Runnable> screen = new ArrayDeque<>();
    private final List<LiveFrame> shown = new ArrayList<>();
    private final MoodHistory history = new MoodHistory();
    private final FrameFeed feed =
            new FrameFeed(screen::add, new Recorder(), history, new RateMeter());

    @BeforeAll
    static void loadOpenCv() {
        OpenCv.load();
    }

    private final class Recorder implements LiveEvents {
        @Override
        public void frame(LiveFrame frame) {
            shown.add(frame);
        }

        @Override
        public void source(SourceState state) {}

        @Override
        public void broke(String problem) {}

        @Override
        public void model(ModelInUse model) {}

        @Override
        public void finderRefused(String what) {}

        @Override
        public void modelRefused(String problem) {}
    }

    private void analysed(int grey, long dropped) {
        try (Frame frame = TestFrames.of(new Mat(9, 16, CvType.CV_8UC3, Scalar.all(grey)))) {
            feed.analysed(
                    new FrameAnalysis(
                            frame,
                            List.of(),
                            new Mood(LabelSet.FOUR, new int[] {1, 0, 0, 0}, new double[4], 1, 1, 0),
                            new StageTimings(0, 0, 0, 0, 0),
                            dropped,
                            Load.EASY));
        }
    }

    private void pulse() {
        while (!screen.isEmpty()) {
            screen.poll().run();
        }
    }

    @Test
    void the_screen_has_one_update_to_do_however_many_frames_come() {
        for (int i = 0; i < 10; i++) {
            analysed(i, i);
        }
        assertThat(screen).hasSize(1);
        pulse();
        assertThat(shown).extracting(LiveFrame::dropped).containsExactly(9L);
        assertThat(history.samples().getFirst().mood().known()).isEqualTo(10);
    }

    @Test
    void the_picture_is_the_frame_that_was_analysed() {
        analysed(77, 0);
        pulse();
        Picture picture = shown.getFirst().picture();
        assertThat(picture.width()).isEqualTo(16);
        assertThat(picture.image().getPixelReader().getArgb(3, 4)).isEqualTo(0xff4d4d4d);
    }

    @Test
    void a_picture_on_the_screen_is_not_written_while_the_next_ones_come() {
        analysed(10, 0);
        pulse();
        Picture onScreen = shown.getFirst().picture();
        for (int i = 0; i < 5; i++) {
            analysed(100 + i, i);
        }
        assertThat(onScreen.image().getPixelReader().getArgb(0, 0)).isEqualTo(0xff0a0a0a);
        pulse();
        // Still readable by the render thread while its successor is shown for the first time.
        analysed(200, 9);
        assertThat(onScreen.image().getPixelReader().getArgb(0, 0)).isEqualTo(0xff0a0a0a);
    }

    @Test
    void a_steady_stream_uses_four_pictures_at_most() {
        for (int i = 0; i < 50; i++) {
            analysed(i, i);
            pulse();
        }
        assertThat(shown).hasSize(50);
        assertThat(shown.stream().map(LiveFrame::picture).distinct().count())
                .isLessThanOrEqualTo(4);
    }
}
