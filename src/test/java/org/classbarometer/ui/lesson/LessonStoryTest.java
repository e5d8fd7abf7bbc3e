package org.classbarometer.ui.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.classbarometer.mood.BucketMood;
import org.classbarometer.review.Lessons;
import org.classbarometer.session.Marker;
import org.classbarometer.session.Timeline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LessonStoryTest {
    private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    @AfterEach
    void asBefore() {
        Locale.setDefault(Locale.Category.DISPLAY, before);
    }

    /// Half an hour, happier from the middle on.
    private static Timeline brightening() {
        return Lessons.timeline(
                360, i -> Optional.of(Lessons.happy(20, 2, (i < 180 ? 0.1 : 0.7) + i % 7 / 100.0)));
    }

    @Test
    void a_lesson_is_told_in_three_sentences() {
        List<String> story = LessonStory.of(Lesson.of(brightening()));

        assertThat(story).hasSize(3);
        assertThat(story.get(0)).contains("neutral", "happy").endsWith(".");
        assertThat(story.get(1)).contains("15:00", "more happy", "fewer neutral");
        assertThat(story.get(2)).contains("about 20 faces", "10%");
    }

    @Test
    void a_marker_shortly_before_the_shift_is_named() {
        Timeline plain = brightening();
        Timeline marked =
                new Timeline(
                        plain.session(),
                        plain.buckets(),
                        List.of(new Marker(1, Duration.ofMinutes(14), "Film begins")));

        assertThat(LessonStory.of(Lesson.of(marked)).get(1)).contains("“Film begins”");
    }

    @Test
    void what_is_not_told_is_said_and_a_steady_lesson_has_no_shift() {
        Timeline few =
                Lessons.timeline(
                        360,
                        i ->
                                i < 60
                                        ? Optional.empty()
                                        : Optional.of(Lessons.happy(20, 0, 0.3 + i % 7 / 100.0)));

        assertThat(LessonStory.of(Lesson.of(few)).get(1)).contains("No moment stands out");
        assertThat(LessonStory.of(Lesson.of(few)).get(2)).contains("5:00 min are not told");
    }

    @Test
    void of_a_small_class_it_is_said_why_little_is_told() {
        Timeline twelve =
                Lessons.timeline(
                        60, _ -> Optional.of(new BucketMood(12, 0, new int[] {6, 0, 0, 0})));

        assertThat(LessonStory.of(Lesson.of(twelve)).get(2))
                .contains("fewer than three people", "50%");
        assertThat(LessonStory.of(Lesson.of(brightening())).get(2))
                .doesNotContain("fewer than three");
    }

    @Test
    void of_a_lesson_with_too_few_faces_it_is_said_what_would_help() {
        List<String> story = LessonStory.of(Lesson.of(Lessons.timeline(60, _ -> Optional.empty())));

        assertThat(story).hasSize(3);
        assertThat(story.get(0)).contains("Nothing can be told");
        assertThat(story.get(2)).contains("camera");
    }
}
