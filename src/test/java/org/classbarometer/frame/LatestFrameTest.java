package org.classbarometer.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.opencv.core.CvType;

class LatestFrameTest {
    private static Frame filled(LatestFrame slot, long number) {
        Frame frame = slot.blank();
        frame.image().create(4, 6, CvType.CV_8UC3);
        frame.stamp(number, 0, number, number, false);
        return frame;
    }

    private static Frame take(LatestFrame slot) throws InterruptedException {
        return Objects.requireNonNull(slot.take(1, TimeUnit.MINUTES));
    }

    @Test
    void the_newest_frame_wins_and_the_others_are_counted() throws Exception {
        try (LatestFrame slot = new LatestFrame()) {
            assertThat(slot.isEmpty()).isTrue();
            for (int i = 0; i < 5; i++) {
                slot.offer(filled(slot, i));
            }
            assertThat(slot.isEmpty()).isFalse();
            try (Frame frame = take(slot)) {
                assertThat(frame.sequence()).isEqualTo(4);
            }
            assertThat(slot.dropped()).isEqualTo(4);
            assertThat(slot.take(0, TimeUnit.SECONDS)).isNull();
        }
    }

    @Test
    void a_steady_stream_uses_the_same_memory_again_and_again() throws Exception {
        try (LatestFrame slot = new LatestFrame()) {
            List<Long> memory = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                slot.offer(filled(slot, i));
                slot.offer(filled(slot, i));
                try (Frame frame = take(slot)) {
                    memory.add(frame.image().dataAddr());
                }
            }
            assertThat(memory.stream().distinct().count()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void a_pile_of_frames_given_back_is_not_kept() {
        try (LatestFrame slot = new LatestFrame()) {
            List<Frame> many = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                many.add(filled(slot, i));
            }
            many.forEach(Frame::close);
            assertThat(many.stream().filter(frame -> !frame.image().empty()).count())
                    .isLessThanOrEqualTo(4);
        }
    }

    @Test
    void a_frame_closed_twice_has_one_owner_afterwards() {
        try (LatestFrame slot = new LatestFrame()) {
            Frame frame = filled(slot, 0);
            frame.close();
            frame.close();
            assertThat(slot.blank()).isNotSameAs(slot.blank());
        }
    }

    @Test
    void a_frame_that_waits_for_its_turn_is_given_back_when_the_waiting_is_interrupted()
            throws Exception {
        try (LatestFrame slot = new LatestFrame()) {
            slot.offer(filled(slot, 0));
            Frame second = filled(slot, 1);
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> slot.offerWhenTaken(second))
                    .isInstanceOf(InterruptedException.class);
            take(slot).close();

            assertThatCode(slot::awaitIdle).doesNotThrowAnyException();
        }
    }

    @Test
    @Timeout(10)
    void whoever_waits_for_the_last_frame_is_woken_when_it_was_taken_and_closed() throws Exception {
        try (LatestFrame slot = new LatestFrame()) {
            slot.offer(filled(slot, 0));
            CountDownLatch idle = new CountDownLatch(1);
            Thread waiting =
                    Thread.ofPlatform()
                            .start(() -> {
                                try {
                                    slot.awaitIdle();
                                    idle.countDown();
                                } catch (InterruptedException _) {
                                    Thread.currentThread().interrupt();
                                }
                            });
            Frame taken = take(slot);
            assertThat(idle.getCount()).as("while the frame is looked at").isOne();
            taken.close();

            waiting.join();
            assertThat(idle.getCount()).isZero();
        }
    }

    @Test
    void closing_frees_what_waits_and_what_is_out_is_freed_by_its_owner() {
        LatestFrame slot = new LatestFrame();
        Frame out = filled(slot, 0);
        Frame pooled = filled(slot, 1);
        Frame waiting = filled(slot, 2);
        pooled.close();
        slot.offer(waiting);

        slot.close();

        assertThat(waiting.image().empty()).isTrue();
        assertThat(out.image().empty()).isFalse();
        out.close();
        assertThat(out.image().empty()).isTrue();
        Frame late = filled(slot, 3);
        slot.offer(late);
        assertThat(late.image().empty()).isTrue();
    }
}
