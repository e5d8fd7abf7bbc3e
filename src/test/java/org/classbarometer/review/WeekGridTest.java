package org.classbarometer.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.mood.Bucket;
import org.classbarometer.session.Session;
import org.classbarometer.session.Timeline;
import org.junit.jupiter.api.Test;

class WeekGridTest {
    private static Bucket happy(int index, int faces, double share) {
        return new Bucket(index, Optional.of(Lessons.happy(faces, 0, share)));
    }

    @Test
    void lessons_of_one_week_share_a_row_and_each_minute_weighs_its_faces() {
        Timeline monday =
                Lessons.timeline(Lessons.START, List.of(happy(0, 10, 1), happy(13, 10, 0.5)));
        Timeline friday =
                Lessons.timeline(
                        Lessons.START.plusDays(4),
                        List.of(happy(0, 30, 0), new Bucket(12, Optional.empty())));
        Timeline before = Lessons.timeline(Lessons.START.minusDays(1), List.of(happy(0, 8, 0.2)));

        WeekGrid grid = WeekGrid.of(List.of(friday, before, monday)).orElseThrow();
        assertThat(grid.minutes()).isEqualTo(2);
        assertThat(grid.weeks())
                .extracting(WeekGrid.Week::monday)
                .containsExactly(LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 16));
        WeekGrid.Week week = grid.weeks().getLast();
        assertThat(week.number()).isEqualTo(47);
        assertThat(week.lessons()).isEqualTo(2);
        assertThat(week.cells().getFirst().shares()[1]).isCloseTo(0.25, within(1e-9));
        assertThat(week.cells().getLast().shares()[1]).isEqualTo(0.5);
        assertThat(week.cells().getLast().suppressed()).isEqualTo(1);
        assertThat(grid.weeks().getFirst().cells().getLast().isKnown()).isFalse();
        assertThat(grid.largest(1)).isEqualTo(0.5);
    }

    @Test
    void lessons_in_another_label_set_than_the_newest_are_left_out_and_counted() {
        Timeline newest = Lessons.timeline(Lessons.START, List.of(happy(0, 10, 1)));
        Timeline older = Lessons.timeline(Lessons.START.minusDays(7), List.of());
        Session session = older.session();
        Timeline two =
                new Timeline(
                        new Session(
                                session.id(),
                                Lessons.plan("7b", session.plan().start(), LabelSet.TWO),
                                session.end()),
                        List.of(),
                        List.of());

        WeekGrid grid = WeekGrid.of(List.of(two, newest)).orElseThrow();
        assertThat(grid.labels()).isEqualTo(LabelSet.FOUR);
        assertThat(grid.leftOut()).isEqualTo(1);
        assertThat(grid.weeks()).hasSize(1);
    }

    @Test
    void no_lessons_make_no_grid() {
        assertThat(WeekGrid.of(List.of())).isEmpty();
    }
}
