package org.classbarometer.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.mood.Bucket;
import org.classbarometer.review.Lessons;
import org.classbarometer.session.Marker;
import org.classbarometer.session.MemorySessionStore;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.StoreException;
import org.classbarometer.ui.lesson.Lesson;
import org.classbarometer.ui.review.ReviewViewModel.Panel;
import org.classbarometer.ui.review.ReviewViewModel.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewViewModelTest {
    private final MemorySessionStore store = new MemorySessionStore();
    private final ReviewViewModel model =
            new ReviewViewModel(store, Optional::empty, Runnable::run, Runnable::run);

    @BeforeEach
    void fill() throws StoreException {
        SchoolYear.store(store, 3);
        model.refresh();
    }

    private Lesson lesson() {
        return model.lesson().get().orElseThrow();
    }

    private static String name(Lesson lesson) {
        return lesson.timeline().session().plan().className();
    }

    @Test
    void the_newest_lesson_is_shown_first() {
        assertThat(model.status().get()).isEqualTo(Status.READY);
        assertThat(model.sessions()).hasSize(6);
        assertThat(model.classes()).containsExactly("7b", "9c");
        assertThat(name(lesson())).isEqualTo("7b");
        assertThat(lesson().timeline().session().plan().start()).isEqualTo(SchoolYear.NEWEST);
        assertThat(lesson().shifts()).isNotEmpty();
    }

    @Test
    void a_session_looked_at_while_it_is_stored_is_shown_as_it_grows_and_ends() throws Exception {
        SessionId id =
                store.begin(Lessons.plan("7b", SchoolYear.NEWEST.plusDays(1), LabelSet.FOUR));
        store.add(id, new Bucket(0, Optional.of(Lessons.happy(20, 2, 0.5))));
        model.refresh();
        model.choose(List.of(model.sessions().getFirst()));
        model.goTo(Duration.ZERO);
        assertThat(lesson().timeline().buckets()).hasSize(1);

        store.add(id, new Bucket(1, Optional.of(Lessons.happy(20, 2, 0.5))));
        model.refresh();
        assertThat(lesson().timeline().buckets()).hasSize(2);
        assertThat(model.moment().get()).as("where one was looking").isPresent();

        store.end(id, SchoolYear.NEWEST.plusDays(1).plusMinutes(1));
        model.refresh();
        assertThat(lesson().timeline().session().end()).isPresent();
    }

    @Test
    void an_empty_store_has_nothing_to_show() {
        ReviewViewModel empty =
                new ReviewViewModel(
                        new MemorySessionStore(), Optional::empty, Runnable::run, Runnable::run);
        assertThat(empty.status().get()).isEqualTo(Status.LOADING);
        empty.refresh();
        assertThat(empty.status().get()).isEqualTo(Status.EMPTY);
        assertThat(empty.lesson().get()).isEmpty();
    }

    @Test
    void a_class_alone_can_be_shown() {
        model.showClass(Optional.of("9c"));
        assertThat(model.sessions()).hasSize(3);
        assertThat(name(lesson())).isEqualTo("9c");
        model.showClass(Optional.empty());
        assertThat(model.sessions()).hasSize(6);
        assertThat(name(lesson())).as("what was chosen stays chosen").isEqualTo("9c");
    }

    @Test
    void markers_are_set_changed_and_removed_afterwards() {
        model.mark(Duration.ofMinutes(20), "Film");
        assertThat(lesson().timeline().markers()).extracting(Marker::note).contains("Film");
        assertThat(model.moment().get()).contains(Duration.ofMinutes(20));

        Marker film = lesson().timeline().markers().get(1);
        model.change(new Marker(film.id(), Duration.ofMinutes(22), "Film about bees"));
        assertThat(lesson().timeline().markers().get(1).note()).isEqualTo("Film about bees");
        assertThat(lesson().timeline().markers().get(1).at()).isEqualTo(Duration.ofMinutes(22));

        model.unmark(lesson().timeline().markers().get(1));
        assertThat(lesson().timeline().markers()).hasSize(2);
    }

    @Test
    void jumping_goes_from_marker_to_shift_and_back() {
        model.jump(true);
        Duration first = model.moment().get().orElseThrow();
        model.jump(true);
        Duration second = model.moment().get().orElseThrow();
        assertThat(second).isGreaterThan(first);
        model.jump(false);
        assertThat(model.moment().get()).contains(first);
    }

    @Test
    void a_moment_stays_within_the_lesson() {
        model.goTo(Duration.ofHours(5));
        assertThat(model.moment().get()).contains(lesson().course().length());
        assertThat(model.around()).isEmpty();
        model.goBy(Duration.ofHours(-9));
        assertThat(model.moment().get()).contains(Duration.ZERO);
        model.goTo(lesson().shifts().getFirst().at());
        assertThat(model.around()).isPresent();
    }

    @Test
    void another_lesson_forgets_the_moment() {
        model.goTo(Duration.ofMinutes(10));
        model.choose(List.of(model.sessions().get(2)));
        assertThat(model.moment().get()).isEmpty();
    }

    @Test
    void two_chosen_lessons_are_compared() {
        model.choose(List.of(model.sessions().get(0), model.sessions().get(2)));
        assertThat(model.panel().get()).isEqualTo(Panel.COMPARE);
        assertThat(model.other().get().orElseThrow().timeline().session().id())
                .isEqualTo(model.sessions().get(2).session().id());
        assertThat(model.comparison()).isPresent();
    }

    @Test
    void a_lesson_alone_is_compared_with_the_one_before_it_of_its_class() {
        model.show(Panel.COMPARE);
        Lesson other = model.other().get().orElseThrow();
        assertThat(name(other)).isEqualTo("7b");
        assertThat(other.timeline().session().plan().start())
                .isEqualTo(SchoolYear.NEWEST.minusWeeks(1));
    }

    @Test
    void the_weeks_are_those_of_the_chosen_class() {
        model.show(Panel.WEEKS);
        assertThat(model.weeks().get().orElseThrow().weeks()).hasSize(3);
        assertThat(model.weeksClass()).contains("7b");
        model.showClass(Optional.of("9c"));
        assertThat(model.weeksClass()).contains("9c");
    }

    @Test
    void a_deleted_lesson_is_gone_and_said_to_be() throws StoreException {
        model.delete();
        assertThat(model.sessions()).hasSize(5);
        assertThat(store.sessions()).hasSize(5);
        assertThat(name(lesson())).isEqualTo("9c");
        assertThat(model.notice().get().orElseThrow().text()).contains("gone");
        model.dismissNotice();
        assertThat(model.notice().get()).isEmpty();
    }

    @Test
    void the_lesson_that_is_being_stored_is_not_deleted() throws StoreException {
        SessionId running =
                store.begin(Lessons.plan("7b", SchoolYear.NEWEST.plusHours(1), LabelSet.FOUR));
        ReviewViewModel during =
                new ReviewViewModel(
                        store, () -> Optional.of(running), Runnable::run, Runnable::run);
        during.refresh();
        during.delete();
        assertThat(during.notice().get().orElseThrow().problem()).isTrue();
        assertThat(store.sessions()).hasSize(7);
    }

    @Test
    void a_lesson_that_a_crash_cut_off_is_deleted_while_another_is_stored() throws StoreException {
        SessionId cut =
                store.begin(Lessons.plan("7b", SchoolYear.NEWEST.plusHours(1), LabelSet.FOUR));
        SessionId running =
                store.begin(Lessons.plan("9c", SchoolYear.NEWEST.plusHours(2), LabelSet.FOUR));
        ReviewViewModel during =
                new ReviewViewModel(
                        store, () -> Optional.of(running), Runnable::run, Runnable::run);
        during.refresh();
        during.choose(List.of(during.sessions().get(1)));
        during.delete();
        assertThat(during.notice().get().orElseThrow().problem()).isFalse();
        assertThat(store.sessions())
                .extracting(one -> one.session().id())
                .hasSize(7)
                .contains(running)
                .doesNotContain(cut);
    }

    @Test
    void lessons_are_exported_and_the_place_is_told(@TempDir Path folder) throws IOException {
        Path into = folder.resolve("export");
        model.export(model.everySession(), into);
        try (var files = Files.list(into)) {
            assertThat(files).isNotEmpty();
        }
        assertThat(model.notice().get().orElseThrow().problem()).isFalse();
        assertThat(model.notice().get().orElseThrow().text()).contains(into.toString());
    }

    @Test
    void an_export_that_fails_is_told_as_a_problem(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        model.export(model.everySession(), file);
        assertThat(model.notice().get().orElseThrow().problem()).isTrue();
    }

    @Test
    void an_answer_that_comes_late_does_not_show_the_wrong_lesson() {
        Queue<Runnable> later = new ArrayDeque<>();
        ReviewViewModel slow =
                new ReviewViewModel(store, Optional::empty, later::add, Runnable::run);
        slow.refresh();
        later.remove().run();
        slow.choose(List.of(slow.sessions().get(1)));
        assertThat(slow.busy().get()).isTrue();
        while (!later.isEmpty()) {
            later.remove().run();
        }
        assertThat(name(slow.lesson().get().orElseThrow())).isEqualTo("9c");
        assertThat(slow.busy().get()).isFalse();
    }
}
