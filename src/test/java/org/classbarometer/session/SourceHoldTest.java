package org.classbarometer.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.classbarometer.disclosure.Published;
import org.classbarometer.expression.LabelSet;
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
        return SourceHold.of(folder, source, className, labels, () -> now);
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
    void a_stream_is_the_same_whatever_its_user_and_parameters() throws Exception {
        try (SourceHold _ = hold(stream("http://cam.school/video?user=a"))) {
            assertThatThrownBy(() -> hold(stream("http://me:pw@CAM.school/video?x=2")))
                    .isInstanceOf(StoreException.class);
            hold(stream("http://cam.school/other")).close();
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
}
