package org.classbarometer.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.classbarometer.disclosure.Published;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.face.Masks;
import org.classbarometer.frame.SourceChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceHoldTest {
    private static final SourceChoice CAMERA = new SourceChoice.Camera(1);
    private static final Published TOLD = new Published(21, 0, new int[] {12, 6, 0, 0});

    @TempDir Path folder;
    private Instant now = Instant.parse("2026-11-27T08:00:00Z");

    private SourceHold hold(SourceChoice source, String className, LabelSet labels)
            throws StoreException {
        return hold(source, className, labels, Masks.NONE);
    }

    private SourceHold hold(SourceChoice source, String className, LabelSet labels, Masks masks)
            throws StoreException {
        return SourceHold.of(folder, source, className, labels, masks, () -> now);
    }

    private SourceHold hold(SourceChoice source) throws StoreException {
        return hold(source, "7b", LabelSet.FOUR);
    }

    private static SourceChoice stream(String address) {
        return new SourceChoice.Stream(URI.create(address));
    }

    @Test
    void a_source_is_told_of_in_one_place_at_a_time() throws Exception {
        try (SourceHold _ = hold(CAMERA);
                SourceHold _ = hold(new SourceChoice.Camera(2))) {
            assertThatThrownBy(() -> hold(CAMERA)).hasMessageContaining("camera:1");
        }
        hold(CAMERA).close();
    }

    @Test
    void a_window_is_a_part_of_the_screen() throws Exception {
        try (SourceHold _ = hold(new SourceChoice.Screen(Optional.empty()))) {
            assertThatThrownBy(() -> hold(new SourceChoice.Window("Jitsi")))
                    .isInstanceOf(StoreException.class);
        }
        try (SourceHold _ = hold(new SourceChoice.Window("Jitsi"))) {
            assertThatThrownBy(() -> hold(new SourceChoice.Window("Jitsi Meet")))
                    .isInstanceOf(StoreException.class);
        }
    }

    // A camera has one picture for every protocol, port, path and user.
    @Test
    void a_stream_is_its_host_whatever_it_is_asked_for() throws Exception {
        try (SourceHold _ = hold(stream("http://192.0.2.7/video?user=a"))) {
            for (String other :
                    new String[] {
                        "http://me:pw@192.0.2.7/video?x=2",
                        "rtsp://192.0.2.7/live",
                        "rtsp://192.0.2.7:554/stream2"
                    }) {
                assertThatThrownBy(() -> hold(stream(other)))
                        .as(other)
                        .isInstanceOf(StoreException.class);
            }
            hold(stream("http://192.0.2.8/video")).close();
        }
        try (SourceHold _ = hold(stream("http://127.0.0.1:81/a"))) {
            assertThatThrownBy(() -> hold(stream("http://localhost/b")))
                    .isInstanceOf(StoreException.class);
        }
    }

    @Test
    void what_follows_within_the_day_goes_on_from_what_was_told() throws Exception {
        try (SourceHold first = hold(CAMERA)) {
            assertThat(first.lastPublished()).isEmpty();
            first.published(TOLD);
        }
        now = now.plus(Duration.ofHours(1));
        for (String className : new String[] {"7b", ""}) {
            try (SourceHold second = hold(CAMERA, className, LabelSet.FOUR)) {
                assertThat(second.lastPublished())
                        .usingRecursiveComparison()
                        .isEqualTo(Optional.of(TOLD));
            }
        }
        try (SourceHold others = hold(CAMERA, "8a", LabelSet.FOUR)) {
            assertThat(others.lastPublished()).as("another class is other people").isEmpty();
        }
        now = now.plus(SourceHold.SAME_PEOPLE);
        try (SourceHold tomorrow = hold(CAMERA)) {
            assertThat(tomorrow.lastPublished()).isEmpty();
        }
    }

    @Test
    void what_was_told_is_forgotten_with_the_session() throws Exception {
        try (SourceHold first = hold(CAMERA)) {
            first.published(TOLD);
            first.forget();
        }
        assertThat(hold(CAMERA).lastPublished()).isEmpty();
    }

    @Test
    void what_was_told_is_forgotten_when_everything_is_deleted() throws Exception {
        try (SourceHold first = hold(CAMERA)) {
            first.published(TOLD);
        }
        SourceHold.forgetAll(folder);
        assertThat(hold(CAMERA).lastPublished()).isEmpty();
    }

    @Test
    void a_recording_has_the_same_draws_again_wherever_it_lies_and_another_others()
            throws Exception {
        Path one = Files.writeString(folder.resolve("one.mp4"), "a lesson");
        Path copy = Files.copy(one, folder.resolve("copy.mp4"));
        Path other = Files.writeString(folder.resolve("other.mp4"), "a lessoN");

        assertThat(draws(one)).isEqualTo(draws(copy)).isNotEqualTo(draws(other));
    }

    private String draws(Path recording) throws StoreException {
        StringBuilder draws = new StringBuilder();
        try (SourceHold hold = hold(new SourceChoice.File(recording))) {
            for (int i = 0; i < 64; i++) {
                draws.append(hold.draws().draw("people", i, 2));
            }
        }
        return draws.toString();
    }

    @Test
    void a_recording_is_told_of_in_one_label_set() throws Exception {
        SourceChoice lesson =
                new SourceChoice.File(Files.writeString(folder.resolve("one.mp4"), "a lesson"));
        hold(lesson, "", LabelSet.FOUR).close();
        hold(lesson, "", LabelSet.FOUR).close();

        assertThatThrownBy(() -> hold(lesson, "", LabelSet.EIGHT))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("label set 4");
    }

    @Test
    void a_recording_whose_label_set_a_full_disk_did_not_take_is_told_of_later() throws Exception {
        SourceChoice lesson =
                new SourceChoice.File(Files.writeString(folder.resolve("one.mp4"), "a lesson"));
        hold(lesson, "", LabelSet.FOUR).close();
        Path told = onlyFile(folder.resolve("told"));
        Files.writeString(told, "");

        hold(lesson, "", LabelSet.EIGHT).close();
        assertThatThrownBy(() -> hold(lesson, "", LabelSet.FOUR))
                .hasMessageContaining("label set 8");
        assertThat(onlyFile(folder.resolve("told"))).isEqualTo(told);
    }

    private static Path onlyFile(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        }
    }

    // Each beginning throws the dice anew: a few of them about the same moment give the exact
    // count.
    @Test
    void a_source_that_is_begun_again_and_again_publishes_once_in_five_minutes() throws Exception {
        int published = 0;
        for (int i = 0; i < 60; i++) {
            String className = i % 2 == 0 ? "7a" : "7b";
            LabelSet labels = i % 3 == 0 ? LabelSet.FOUR : LabelSet.EIGHT;
            try (SourceHold again = hold(CAMERA, className, labels)) {
                if (again.lastPublished().isEmpty() && again.quiet().isZero()) {
                    published++;
                    again.published(new Published(21, 0, new int[labels.size()]));
                }
                if (i % 4 == 0) {
                    again.forget();
                }
            }
            if (i % 5 == 0) {
                SourceHold.forgetAll(folder);
            }
            now = now.plusSeconds(10);
        }

        assertThat(published).isEqualTo(2);
    }

    @Test
    void what_is_only_shown_counts_as_a_beginning_and_leaves_nothing_of_what_it_was()
            throws Exception {
        try (SourceHold shown = hold(CAMERA, "", LabelSet.FOUR)) {
            shown.said(TOLD);
        }
        now = now.plusSeconds(60);
        try (SourceHold again = hold(CAMERA, "", LabelSet.FOUR)) {
            assertThat(again.lastPublished()).isEmpty();
            assertThat(again.quiet()).isEqualTo(Duration.ofMinutes(4));
            assertThat(again.notice().orElseThrow()).contains("240");
        }
    }

    @Test
    void the_next_lesson_of_another_class_publishes_at_once() throws Exception {
        try (SourceHold first = hold(CAMERA, "7a", LabelSet.FOUR)) {
            first.published(TOLD);
        }
        now = now.plus(Duration.ofMinutes(45));
        try (SourceHold next = hold(CAMERA, "7b", LabelSet.FOUR)) {
            assertThat(next.quiet()).isZero();
            assertThat(next.notice()).isEmpty();
        }
    }

    @Test
    void a_clock_that_was_put_back_does_not_silence_a_source_for_longer() throws Exception {
        try (SourceHold first = hold(CAMERA)) {
            first.said(TOLD);
        }
        now = now.minus(Duration.ofDays(40));
        try (SourceHold again = hold(CAMERA)) {
            assertThat(again.quiet()).isEqualTo(SourceHold.PAUSE);
        }
    }

    @Test
    void a_recording_is_never_published_with_less_covered_than_before() throws Exception {
        SourceChoice lesson =
                new SourceChoice.File(Files.writeString(folder.resolve("one.mp4"), "a lesson"));
        Masks left = new Masks(List.of(new Masks.Region(0, 0, 0.5, 1)));
        hold(lesson, "", LabelSet.FOUR, left).close();
        hold(lesson, "", LabelSet.FOUR, left).close();

        assertThatThrownBy(() -> hold(lesson, "", LabelSet.FOUR, Masks.NONE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("one.mp4")
                .hasMessageContaining("Cover at least as much");
        Masks more = new Masks(List.of(new Masks.Region(0, 0, 0.6, 1)));
        hold(lesson, "", LabelSet.FOUR, more).close();
        assertThatThrownBy(() -> hold(lesson, "", LabelSet.FOUR, left))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void what_this_process_does_beside_it_opens_a_source_to_no_other_process() throws Exception {
        try (SourceHold mine = hold(CAMERA)) {
            mine.published(TOLD);
            assertThatThrownBy(() -> hold(CAMERA)).isInstanceOf(StoreException.class);
            SourceHold.forgetAll(folder);
            assertThat(otherProcess()).isEqualTo(1);
            mine.published(TOLD);
        }
        assertThat(otherProcess()).isZero();
        assertThat(hold(CAMERA).lastPublished()).isPresent();
    }

    private int otherProcess() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldMain.class.getName(),
                        folder.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    @Test
    void what_cannot_be_forgotten_does_not_save_the_rest() throws Exception {
        try (SourceHold first = hold(CAMERA)) {
            first.published(TOLD);
        }
        for (int i = 0; i < 20; i++) {
            Files.createDirectory(folder.resolve("told/" + i));
        }
        SourceHold.forgetAll(folder);
        assertThat(hold(CAMERA).lastPublished()).isEmpty();
    }
}
