package org.classbarometer.ui.review.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.mood.Bucket;
import org.classbarometer.report.ExportFormat;
import org.classbarometer.review.Lessons;
import org.classbarometer.session.Marker;
import org.classbarometer.session.MemorySessionStore;
import org.classbarometer.session.Plans;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.SessionOverview;
import org.classbarometer.session.StoreException;
import org.classbarometer.session.Timeline;
import org.classbarometer.ui.lesson.Lesson;
import org.classbarometer.ui.review.SchoolYear;
import org.classbarometer.ui.review.model.ReviewViewModel.Panel;
import org.classbarometer.ui.review.model.ReviewViewModel.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewViewModelTest {
    private final MemorySessionStore store = new MemorySessionStore();
    private final Queue<Runnable> secondsLater = new ArrayDeque<>();
    private final ReviewViewModel model =
            new ReviewViewModel(
                    store, Optional::empty, Runnable::run, Runnable::run, secondsLater::add);

    @BeforeEach
    void fill() throws StoreException {
        SchoolYear.store(store, 3);
        model.refresh();
    }

    private Lesson lesson() {
        return model.lesson().lesson().get().orElseThrow();
    }

    private static String name(Lesson lesson) {
        return lesson.timeline().session().plan().className();
    }

    @Test
    void the_newest_lesson_is_shown_first() {
        assertThat(model.status().get()).isEqualTo(Status.READY);
        assertThat(model.choice().listed()).hasSize(6);
        assertThat(model.choice().classes()).containsExactly("7b", "9c");
        assertThat(name(lesson())).isEqualTo("7b");
        assertThat(lesson().timeline().session().plan().start()).isEqualTo(SchoolYear.NEWEST);
        assertThat(lesson().shifts()).isNotEmpty();
    }

    @Test
    void a_lesson_that_just_ended_is_shown_whatever_was_chosen_and_filtered_before()
            throws Exception {
        model.choice().choose(model.choice().listed().subList(2, 4));
        model.choice().show(SessionFilter.ALL.withClass(Optional.of("7b")));
        SessionId id =
                store.begin(Lessons.plan("8a", SchoolYear.NEWEST.plusDays(1), LabelSet.FOUR));
        store.end(id, SchoolYear.NEWEST.plusDays(1).plusMinutes(45));

        model.see(id);

        assertThat(lesson().timeline().session().id()).isEqualTo(id);
        assertThat(model.panel().get()).isEqualTo(Panel.LESSON);
        assertThat(model.choice().filter().get()).isEqualTo(SessionFilter.ALL);
        model.choice().choose(List.of(model.choice().listed().getLast()));
        model.refresh();
        assertThat(lesson().timeline().session().id()).as("once").isNotEqualTo(id);
    }

    @Test
    void a_session_looked_at_while_it_is_stored_is_shown_as_it_grows_and_ends() throws Exception {
        SessionId id =
                store.begin(Lessons.plan("7b", SchoolYear.NEWEST.plusDays(1), LabelSet.FOUR));
        store.add(id, new Bucket(0, Optional.of(Lessons.happy(20, 2, 0.5))));
        model.refresh();
        model.choice().choose(List.of(model.choice().listed().getFirst()));
        model.lesson().goTo(Duration.ZERO);
        assertThat(lesson().timeline().buckets()).hasSize(1);

        store.add(id, new Bucket(1, Optional.of(Lessons.happy(20, 2, 0.5))));
        model.refresh();
        assertThat(lesson().timeline().buckets()).hasSize(2);
        assertThat(model.lesson().moment().get()).as("where one was looking").isPresent();

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
        assertThat(empty.lesson().lesson().get()).isEmpty();
    }

    @Test
    void a_class_alone_can_be_shown() {
        model.choice().show(SessionFilter.ALL.withClass(Optional.of("9c")));
        assertThat(model.choice().listed()).hasSize(3);
        assertThat(name(lesson())).isEqualTo("9c");
        model.choice().show(SessionFilter.ALL);
        assertThat(model.choice().listed()).hasSize(6);
        assertThat(name(lesson())).as("what was chosen stays chosen").isEqualTo("9c");
    }

    @Test
    void markers_are_set_changed_and_removed_afterwards() {
        model.lesson().mark(Duration.ofMinutes(20), "Film");
        assertThat(lesson().timeline().markers()).extracting(Marker::note).contains("Film");
        assertThat(model.lesson().moment().get()).contains(Duration.ofMinutes(20));

        Marker film = lesson().timeline().markers().get(1);
        model.lesson().change(new Marker(film.id(), Duration.ofMinutes(22), "Film about bees"));
        assertThat(lesson().timeline().markers().get(1).note()).isEqualTo("Film about bees");
        assertThat(lesson().timeline().markers().get(1).at()).isEqualTo(Duration.ofMinutes(22));

        model.lesson().unmark(lesson().timeline().markers().get(1));
        assertThat(lesson().timeline().markers()).hasSize(2);
    }

    @Test
    void jumping_goes_from_marker_to_shift_and_back() {
        model.lesson().jump(true);
        Duration first = model.lesson().moment().get().orElseThrow();
        model.lesson().jump(true);
        Duration second = model.lesson().moment().get().orElseThrow();
        assertThat(second).isGreaterThan(first);
        model.lesson().jump(false);
        assertThat(model.lesson().moment().get()).contains(first);
    }

    @Test
    void a_moment_stays_within_the_lesson() {
        model.lesson().goTo(Duration.ofHours(5));
        assertThat(model.lesson().moment().get()).contains(lesson().course().length());
        assertThat(model.lesson().around()).isEmpty();
        model.lesson().goBy(Duration.ofHours(-9));
        assertThat(model.lesson().moment().get()).contains(Duration.ZERO);
        model.lesson().goTo(lesson().shifts().getFirst().at());
        assertThat(model.lesson().around()).isPresent();
    }

    @Test
    void another_lesson_forgets_the_moment() {
        model.lesson().goTo(Duration.ofMinutes(10));
        model.choice().choose(List.of(model.choice().listed().get(2)));
        assertThat(model.lesson().moment().get()).isEmpty();
    }

    @Test
    void two_chosen_lessons_are_compared() {
        model.choice()
                .choose(List.of(model.choice().listed().get(0), model.choice().listed().get(2)));
        assertThat(model.panel().get()).isEqualTo(Panel.COMPARE);
        assertThat(model.compare().other().get().orElseThrow().timeline().session().id())
                .isEqualTo(model.choice().listed().get(2).session().id());
        assertThat(model.compare().comparison()).isPresent();
    }

    @Test
    void a_lesson_alone_is_compared_with_the_one_before_it_of_its_class() {
        model.show(Panel.COMPARE);
        Lesson other = model.compare().other().get().orElseThrow();
        assertThat(name(other)).isEqualTo("7b");
        assertThat(other.timeline().session().plan().start())
                .isEqualTo(SchoolYear.NEWEST.minusWeeks(1));
    }

    @Test
    void the_weeks_are_those_of_the_chosen_class() {
        model.show(Panel.WEEKS);
        assertThat(model.weeks().grid().get().orElseThrow().weeks()).hasSize(3);
        assertThat(model.weeks().className()).contains("7b");
        model.choice().show(SessionFilter.ALL.withClass(Optional.of("9c")));
        assertThat(model.weeks().className()).contains("9c");
    }

    @Test
    void sessions_are_found_by_title_class_and_date() {
        model.entitle("Fractions, second lesson");
        model.choice().show(SessionFilter.ALL.withWords("fractions 7B"));
        assertThat(model.choice().listed()).hasSize(1);
        model.choice().show(SessionFilter.ALL.withWords("9c 2026-11-1"));
        assertThat(model.choice().listed()).hasSize(2);
        model.choice()
                .show(
                        SessionFilter.ALL.withDays(
                                Optional.of(SchoolYear.NEWEST.toLocalDate().minusDays(1)),
                                Optional.of(SchoolYear.NEWEST.toLocalDate())));
        assertThat(model.choice().listed()).hasSize(2);
        model.choice().show(SessionFilter.ALL.withWords("no such lesson"));
        assertThat(model.choice().listed()).isEmpty();
        assertThat(model.lesson().lesson().get()).isEmpty();
        model.choice().show(SessionFilter.ALL);
        assertThat(model.choice().listed()).hasSize(6);
    }

    @Test
    void a_title_is_kept_and_taken_away_again() throws StoreException {
        model.entitle("  Fractions ");
        assertThat(lesson().timeline().session().title()).isEqualTo("Fractions");
        assertThat(store.sessions().getFirst().session().title()).isEqualTo("Fractions");
        model.entitle(" ");
        assertThat(lesson().timeline().session().title()).isEmpty();
    }

    @Test
    void a_stretch_is_compared_with_the_rest_of_the_lesson() {
        model.lesson().goTo(Duration.ofMinutes(20));
        model.lesson().stretchBy(Duration.ofMinutes(-3));
        LessonModel.Stretch stretch = model.lesson().stretch().get().orElseThrow();
        assertThat(stretch.from()).isEqualTo(Duration.ofMinutes(17));
        assertThat(stretch.to()).isEqualTo(Duration.ofMinutes(20));
        assertThat(model.lesson().against()).isPresent();

        model.lesson().goTo(Duration.ofMinutes(1));
        assertThat(model.lesson().stretch().get()).as("a moment is none").isEmpty();
        model.lesson().select(Duration.ofHours(9), Duration.ofMinutes(40));
        assertThat(model.lesson().stretch().get().orElseThrow().to())
                .isEqualTo(lesson().course().length());
    }

    @Test
    void a_deleted_lesson_is_gone_and_some_seconds_later_for_good() throws StoreException {
        SessionId gone = lesson().timeline().session().id();
        model.removal().remove();
        assertThat(model.choice().listed()).hasSize(5);
        assertThat(store.sessions()).hasSize(5);
        assertThat(name(lesson())).isEqualTo("9c");
        assertThat(model.notice().get().orElseThrow().action()).isPresent();

        secondsLater.remove().run();
        assertThat(model.notice().get().orElseThrow().text()).contains("gone");
        assertThat(model.notice().get().orElseThrow().action()).isEmpty();
        assertThatThrownBy(() -> store.restore(List.of(gone))).isInstanceOf(StoreException.class);
        model.dismissNotice();
        assertThat(model.notice().get()).isEmpty();
    }

    @Test
    void a_deletion_is_undone_and_stays_so() throws StoreException {
        model.removal().remove();
        model.notice().get().orElseThrow().action().orElseThrow().run().run();
        assertThat(model.choice().listed()).hasSize(6);
        secondsLater.remove().run();
        assertThat(store.sessions()).hasSize(6);
        assertThat(model.notice().get().orElseThrow().text()).contains("back");
    }

    @Test
    void a_second_deletion_makes_the_first_final() throws StoreException {
        SessionId first = lesson().timeline().session().id();
        model.removal().remove();
        model.removal().remove();
        assertThat(store.sessions()).hasSize(4);
        assertThatThrownBy(() -> store.restore(List.of(first))).isInstanceOf(StoreException.class);
        secondsLater.remove().run();
        assertThat(model.notice().get().orElseThrow().action()).as("of the second").isPresent();
        model.removal().undo();
        assertThat(store.sessions()).hasSize(5);
    }

    @Test
    void two_deletions_while_the_database_is_slow_are_each_final_or_undone_for_themselves()
            throws StoreException {
        Queue<Runnable> later = new ArrayDeque<>();
        ReviewViewModel slow =
                new ReviewViewModel(
                        store, Optional::empty, later::add, Runnable::run, secondsLater::add);
        slow.refresh();
        runAll(later);
        SessionId first = slow.choice().listed().getFirst().session().id();
        SessionId second = slow.choice().listed().get(1).session().id();
        slow.removal().remove();
        slow.choice().choose(List.of(slow.choice().listed().get(1)));
        slow.removal().remove();
        runAll(later);
        assertThat(store.sessions()).hasSize(4);
        assertThatThrownBy(() -> store.restore(List.of(first))).isInstanceOf(StoreException.class);

        slow.removal().undo();
        runAll(later);
        assertThat(store.sessions())
                .hasSize(5)
                .extracting(one -> one.session().id())
                .contains(second);
    }

    @Test
    void a_deletion_is_told_as_final_only_when_it_is() {
        Queue<Runnable> later = new ArrayDeque<>();
        ReviewViewModel slow =
                new ReviewViewModel(
                        store, Optional::empty, later::add, Runnable::run, secondsLater::add);
        slow.refresh();
        runAll(later);
        slow.removal().remove();
        runAll(later);
        secondsLater.remove().run();
        assertThat(slow.notice().get().orElseThrow().text()).doesNotContain("gone");
        runAll(later);
        assertThat(slow.notice().get().orElseThrow().text()).contains("gone");
    }

    @Test
    void what_could_not_be_brought_back_can_be_brought_back_a_moment_later() throws StoreException {
        model.removal().remove();
        store.failure.set(Optional.of(new StoreException("held by another program")));
        model.removal().undo();
        assertThat(model.notice().get().orElseThrow().text()).contains("held");
        store.failure.set(Optional.empty());
        model.notice().get().orElseThrow().action().orElseThrow().run().run();
        assertThat(store.sessions()).hasSize(6);
        secondsLater.forEach(Runnable::run);
        assertThat(store.sessions()).hasSize(6);
    }

    @Test
    void what_could_not_be_made_final_is_told_as_still_in_the_file_and_can_be_tried_again()
            throws StoreException {
        SessionId gone = lesson().timeline().session().id();
        model.removal().remove();
        store.failure.set(Optional.of(new StoreException("held by another program")));
        secondsLater.remove().run();
        assertThat(model.notice().get().orElseThrow().text()).contains("held", "still in the file");
        store.failure.set(Optional.empty());
        model.notice().get().orElseThrow().action().orElseThrow().run().run();
        assertThat(model.notice().get().orElseThrow().text()).contains("gone");
        assertThatThrownBy(() -> store.restore(List.of(gone))).isInstanceOf(StoreException.class);
    }

    private static void runAll(Queue<Runnable> later) {
        while (!later.isEmpty()) {
            later.remove().run();
        }
    }

    @Test
    void the_lesson_that_is_being_stored_is_not_deleted() throws StoreException {
        SessionId running =
                store.begin(Lessons.plan("7b", SchoolYear.NEWEST.plusHours(1), LabelSet.FOUR));
        ReviewViewModel during =
                new ReviewViewModel(
                        store, () -> Optional.of(running), Runnable::run, Runnable::run);
        during.refresh();
        during.removal().remove();
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
        during.choice().choose(List.of(during.choice().listed().get(1)));
        during.removal().remove();
        assertThat(during.notice().get().orElseThrow().problem()).isFalse();
        assertThat(store.sessions())
                .extracting(one -> one.session().id())
                .hasSize(7)
                .contains(running)
                .doesNotContain(cut);
    }

    @Test
    void lessons_are_exported_into_a_folder_named_after_class_and_date(@TempDir Path parent)
            throws IOException {
        SessionOverview newest = model.choice().all().getFirst();
        model.export().export(List.of(newest), EnumSet.of(ExportFormat.CSV), parent);
        model.export().export(List.of(newest), EnumSet.of(ExportFormat.HTML), parent);

        assertThat(files(parent))
                .containsExactlyInAnyOrder(
                        "ClassBarometer 7b 2026-11-20", "ClassBarometer 7b 2026-11-20 (2)");
        assertThat(files(parent.resolve("ClassBarometer 7b 2026-11-20")))
                .allMatch(name -> name.endsWith(".csv"));
        assertThat(files(parent.resolve("ClassBarometer 7b 2026-11-20 (2)")))
                .allMatch(name -> name.endsWith(".html"));
        assertThat(model.export().formats()).containsExactly(ExportFormat.HTML);
        assertThat(model.notice().get().orElseThrow().text()).contains(parent.toString());
        assertThat(model.notice().get().orElseThrow().action()).as("open folder").isPresent();
    }

    private static List<String> files(Path in) throws IOException {
        try (var files = Files.list(in)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void an_export_of_several_classes_and_days_says_from_when_to_when() {
        assertThat(
                        ExportModel.name(
                                model.choice().all().stream()
                                        .map(SessionOverview::session)
                                        .toList()))
                .isEqualTo("ClassBarometer 2026-11-05 2026-11-20");
    }

    @Test
    void an_export_that_fails_is_told_as_a_problem(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        model.export().export(model.choice().all(), EnumSet.of(ExportFormat.CSV), file);
        assertThat(model.notice().get().orElseThrow().problem()).isTrue();
    }

    @Test
    void an_answer_that_comes_late_does_not_show_the_wrong_lesson() {
        Queue<Runnable> later = new ArrayDeque<>();
        ReviewViewModel slow =
                new ReviewViewModel(store, Optional::empty, later::add, Runnable::run);
        slow.refresh();
        later.remove().run();
        slow.choice().choose(List.of(slow.choice().listed().get(1)));
        assertThat(slow.busy().get()).isTrue();
        while (!later.isEmpty()) {
            later.remove().run();
        }
        assertThat(name(slow.lesson().lesson().get().orElseThrow())).isEqualTo("9c");
        assertThat(slow.busy().get()).isFalse();
    }

    @Test
    void a_title_is_found_however_its_umlauts_are_written() throws Exception {
        SessionId id = store.begin(Plans.lesson("7b", Plans.MONDAY_NINE));
        store.entitle(id, "U\u0308bung <b>=1+1</b> \uD83C\uDF93");
        store.end(id, Plans.MONDAY_NINE.plusHours(1));
        model.refresh();

        for (String words : List.of("\u00FCbung", "U\u0308BUNG =1+1", "<b>", "\uD83C\uDF93")) {
            model.choice().show(SessionFilter.ALL.withWords(words));
            assertThat(model.choice().listed()).as(words).hasSize(1);
        }
        model.choice().show(SessionFilter.ALL.withWords("bungee"));
        assertThat(model.choice().listed()).isEmpty();
    }

    @Test
    void a_lesson_that_is_damaged_is_not_shown_as_another_and_that_is_told() throws Exception {
        SessionId damaged = store.sessions().getFirst().session().id();
        ReviewViewModel over =
                new ReviewViewModel(
                        new MemorySessionStore() {
                            @Override
                            public synchronized List<SessionOverview> sessions()
                                    throws StoreException {
                                return store.sessions();
                            }

                            @Override
                            public synchronized Optional<Timeline> timeline(SessionId id)
                                    throws StoreException {
                                return id.equals(damaged) ? Optional.empty() : store.timeline(id);
                            }
                        },
                        Optional::empty,
                        Runnable::run,
                        Runnable::run);
        over.refresh();

        assertThat(over.lesson().lesson().get()).isEmpty();
        assertThat(over.notice().get().orElseThrow().text()).contains("cannot be shown", "Delete");

        over.choice().choose(over.choice().listed().subList(1, 2));
        assertThat(over.lesson().lesson().get()).isPresent();
        assertThat(over.notice().get()).isEmpty();
    }
}
