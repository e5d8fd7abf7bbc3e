package org.classbarometer.ui.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import javafx.beans.property.SimpleObjectProperty;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.expression.ModelMetadata;
import org.classbarometer.face.Masks;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.frame.SourceState;
import org.classbarometer.session.MemorySessionStore;
import org.classbarometer.session.Place;
import org.classbarometer.session.Purpose;
import org.classbarometer.session.SessionStore;
import org.classbarometer.session.StoreException;
import org.classbarometer.session.StoreSettings;
import org.classbarometer.session.Timeline;
import org.classbarometer.session.UseContext;
import org.classbarometer.ui.feed.ModelInUse;
import org.classbarometer.ui.feed.MoodHistory;
import org.classbarometer.ui.feed.RateMeter;
import org.classbarometer.ui.feed.SimulatedMonitor;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.purpose.PurposeViewModel;
import org.classbarometer.ui.record.RecordingViewModel.Phase;
import org.classbarometer.ui.settings.Settings;
import org.classbarometer.ui.storing.StoreChoices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingViewModelTest {
    private static final SourceState PLAYING = new SourceState.Playing("demo", 160, 90, 12);
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.ofHours(-5));

    private final Queue<Runnable> secondsLater = new ArrayDeque<>();
    private final MemorySessionStore store = new MemorySessionStore();
    private final SimulatedMonitor monitor = new SimulatedMonitor();
    private final LiveViewModel live =
            new LiveViewModel(
                    monitor,
                    new SimpleObjectProperty<>(Settings.DEFAULT),
                    new MoodHistory(),
                    new RateMeter());
    private final StoreChoices choices = choices(Optional.of(store));
    private final RecordingViewModel model = recording(choices);

    private StoreChoices choices(Optional<SessionStore> kept) {
        return new StoreChoices(
                kept, StoreSettings.DEFAULT, Runnable::run, Runnable::run, live::showNotice);
    }

    private RecordingViewModel recording(StoreChoices with) {
        RecordingViewModel recording =
                new RecordingViewModel(
                        live,
                        monitor,
                        with,
                        Runnable::run,
                        Runnable::run,
                        secondsLater::add,
                        CLOCK);
        new LiveConduct(
                live, new PurposeViewModel(with, Locale.US), recording, () -> false, new Scope());
        return recording;
    }

    private void use(String country, Purpose purpose) {
        choices.change(
                settings -> settings.withContext(new UseContext(new Place(country), purpose)));
    }

    private void play() {
        live.model(
                new ModelInUse(
                        Path.of("models/tiny.onnx"),
                        new ModelMetadata(
                                LabelSet.EIGHT, 0, 1, 0.5f, "n", "n", "3", "card.md", 1, 1),
                        "CPU",
                        LabelSet.VIEWS,
                        Optional.empty()));
        live.play(new SourceChoice.Demo());
        live.source(PLAYING);
    }

    private static ConsentForm filled(ConsentForm form) {
        form.className().set(" 7b ");
        form.optedIn().set("14");
        form.everyone().set(true);
        form.masked().set(true);
        return form;
    }

    private void begin() {
        use("US", Purpose.CLASS);
        play();
        model.begin(filled(model.form()));
    }

    private Timeline stored() throws StoreException {
        return store.timeline(store.sessions().getFirst().session().id()).orElseThrow();
    }

    @Test
    void nothing_is_stored_before_every_question_is_answered() throws Exception {
        use("US", Purpose.CLASS);
        play();
        for (int missing = 0; missing < 4; missing++) {
            ConsentForm form = filled(model.form());
            switch (missing) {
                case 0 -> form.className().set("  ");
                case 1 -> form.optedIn().set("0");
                case 2 -> form.everyone().set(false);
                default -> form.masked().set(false);
            }
            assertThat(form.ready().get()).isFalse();
            model.begin(form);
        }
        assertThat(store.sessions()).isEmpty();
        assertThat(monitor.listeners).isEmpty();
        assertThat(model.phase().get()).isEqualTo(Phase.IDLE);
    }

    @Test
    void what_was_confirmed_is_written_with_the_session() throws Exception {
        begin();

        assertThat(model.phase().get()).isEqualTo(Phase.STORING);
        assertThat(monitor.listeners).hasSize(1);
        var plan = stored().session().plan();
        assertThat(plan.className()).isEqualTo("7b");
        assertThat(plan.context()).isEqualTo(new UseContext(new Place("US"), Purpose.CLASS));
        assertThat(plan.start().toString()).isEqualTo("2026-11-23T03:00-05:00");
        assertThat(plan.model()).isEqualTo("tiny.onnx 3");
        assertThat(plan.k()).isEqualTo(5);
        assertThat(plan.consent().optedIn()).isEqualTo(14);
        assertThat(plan.consent().role()).isEqualTo("teacher");
        assertThat(plan.consent().statementVersion()).isEqualTo("1");
        assertThat(model.form().classes()).containsExactly("7b");
    }

    @Test
    void a_class_in_the_union_is_neither_shown_live_nor_stored() throws Exception {
        use("DE", Purpose.CLASS);
        live.play(new SourceChoice.Camera(0));
        assertThat(live.state().get().orElseThrow())
                .isInstanceOfSatisfying(
                        SourceState.Failed.class,
                        failed -> assertThat(failed.problem()).contains("5(1)(f)", "Germany"));
        assertThat(monitor.commands).doesNotContain("play camera:0");

        play();
        assertThat(monitor.commands).contains("play demo");
        assertThat(model.refusal().orElseThrow()).contains("5(1)(f)");
        model.begin(filled(model.form()));
        assertThat(store.sessions()).isEmpty();
    }

    @Test
    void before_place_and_purpose_are_said_no_camera_plays_and_nothing_is_stored() {
        live.play(new SourceChoice.Camera(0));
        assertThat(monitor.commands).doesNotContain("play camera:0");
        play();
        assertThat(model.refusal().orElseThrow()).contains("country");
    }

    @Test
    void a_camera_that_plays_is_stopped_when_the_answers_forbid_it_and_comes_back_with_them() {
        use("US", Purpose.CLASS);
        live.play(new SourceChoice.Camera(0));
        live.source(new SourceState.Playing("camera:0", 640, 480, 30));
        use("FR", Purpose.CLASS);
        assertThat(live.isPlaying()).isFalse();
        assertThat(monitor.commands).endsWith("stop");
        use("US", Purpose.CLASS);
        assertThat(monitor.commands).endsWith("play camera:0");
    }

    @Test
    void without_a_store_or_a_picture_the_reason_is_told() {
        use("US", Purpose.CLASS);
        assertThat(model.refusal().orElseThrow()).contains("source");
        RecordingViewModel without = recording(choices(Optional.empty()));
        assertThat(without.refusal().orElseThrow()).contains("database");
    }

    @Test
    void a_marker_is_set_at_once_and_its_note_changed_afterwards() throws Exception {
        begin();
        model.marking().mark();
        assertThat(stored().markers().getFirst().note()).isEqualTo("Marker 1");
        model.marking().note("group work begins");
        assertThat(stored().markers().getFirst().note()).isEqualTo("group work begins");
        model.marking().note("   ");
        assertThat(stored().markers().getFirst().note()).isEqualTo("group work begins");
        assertThat(model.progress().get().markers()).isEqualTo(1);
    }

    @Test
    void readings_and_masks_stay_while_a_session_is_stored() {
        live.masks().addInTheMiddle();
        begin();
        live.masks().addInTheMiddle();
        int there = live.masks().regions().size();
        live.reading().chooseLabels(LabelSet.TWO);
        live.reading().chooseModel(Path.of("other.onnx"));
        List<Masks.Region> hidden = List.copyOf(live.masks().regions());
        live.masks().move(0, 0.1, 0);
        live.masks().resize(0, -0.1, 0);
        live.masks().remove(0);
        assertThat(live.masks().regions()).isEqualTo(hidden);
        live.masks().resize(0, 0.1, 0.1);
        assertThat(live.masks().regions().getFirst().covers(hidden.getFirst())).isTrue();
        assertThat(live.reading().labels().get()).isEqualTo(Settings.DEFAULT.labelSet());
        assertThat(monitor.commands).doesNotContain("use other.onnx");
        assertThat(live.masks().regions()).hasSize(there);
        assertThat(live.problem().get().orElseThrow()).contains("mask");

        model.ending().finish();
        live.reading().chooseLabels(LabelSet.TWO);
        live.masks().remove(0);
        assertThat(live.reading().labels().get()).isEqualTo(LabelSet.TWO);
        assertThat(live.masks().regions()).hasSize(there - 1);
    }

    @Test
    void a_recording_stays_where_it_is_while_a_session_is_stored() {
        use("US", Purpose.CLASS);
        play();
        live.play(new SourceChoice.File(Path.of("lesson.mp4")));
        live.source(new SourceState.Playing("l", 160, 90, 25, OptionalLong.of(60_000_000_000L)));
        model.begin(filled(model.form()));
        live.seek(Duration.ofSeconds(30));
        assertThat(monitor.commands).noneMatch(command -> command.startsWith("seek"));
        assertThat(live.problem().get().orElseThrow()).contains("one lesson");
        assertThat(live.fixedPlace().get()).isPresent();

        model.ending().finish();
        live.seek(Duration.ofSeconds(30));
        assertThat(monitor.commands).contains("seek PT30S");
        assertThat(live.fixedPlace().get()).isEmpty();
    }

    @Test
    void a_pause_goes_on_and_another_source_ends_the_session() throws Exception {
        begin();
        live.stop();
        assertThat(model.isStoring()).isTrue();
        live.playAgain();
        assertThat(model.isStoring()).isTrue();

        live.play(new SourceChoice.File(Path.of("lesson.mp4")));
        assertThat(model.isStoring()).isFalse();
        assertThat(monitor.listeners).isEmpty();
        assertThat(stored().session().end()).isPresent();
    }

    @Test
    void a_recording_that_ends_ends_the_session() throws Exception {
        begin();
        live.source(new SourceState.Ended("demo"));
        assertThat(stored().session().end()).isPresent();
        assertThat(model.ending().outcome().get().orElseThrow().withdrawn()).isFalse();
    }

    @Test
    void withdrawing_deletes_at_once_during_the_session_and_after_it() throws Exception {
        begin();
        model.marking().mark();
        model.ending().withdraw();
        assertThat(store.sessions()).isEmpty();
        assertThat(model.ending().outcome().get().orElseThrow().withdrawn()).isTrue();
        assertThat(model.ending().outcome().get().orElseThrow().progress().markers()).isEqualTo(1);

        begin();
        model.ending().finish();
        assertThat(store.sessions()).hasSize(1);
        model.ending().withdraw();
        assertThat(store.sessions()).isEmpty();
    }

    @Test
    void a_withdrawal_can_be_taken_back_for_some_seconds_and_the_lesson_is_as_it_was()
            throws Exception {
        begin();
        model.marking().mark();
        model.ending().withdraw();
        assertThat(store.sessions()).isEmpty();
        assertThat(model.ending().canBeTakenBack().get()).isTrue();
        model.ending().takeBack();
        assertThat(stored().markers()).hasSize(1);
        assertThat(stored().session().end()).isPresent();
        assertThat(model.ending().outcome().get().orElseThrow().withdrawn()).isFalse();
        secondsLater.remove().run();
        assertThat(store.sessions()).as("its time is not that of a withdrawal any more").hasSize(1);

        model.ending().withdraw();
        secondsLater.remove().run();
        assertThat(model.ending().canBeTakenBack().get()).isFalse();
        model.ending().takeBack();
        assertThat(store.sessions()).isEmpty();
    }

    @Test
    void a_withdrawal_is_final_as_the_next_session_begins_and_as_the_window_closes()
            throws Exception {
        begin();
        model.ending().withdraw();
        begin();
        assertThat(model.ending().canBeTakenBack().get()).isFalse();
        model.ending().withdraw();
        model.close();
        assertThat(model.ending().canBeTakenBack().get()).isFalse();
        model.ending().takeBack();
        assertThat(store.sessions()).isEmpty();
    }

    @Test
    void what_cannot_be_brought_back_now_can_be_a_moment_later() throws Exception {
        begin();
        model.ending().withdraw();
        store.failure.set(Optional.of(new StoreException("The disk is full.")));
        model.ending().takeBack();
        assertThat(live.problem().get()).contains("The disk is full.");
        assertThat(model.ending().outcome().get().orElseThrow().withdrawn()).isTrue();
        store.failure.set(Optional.empty());
        model.ending().takeBack();
        assertThat(store.sessions()).hasSize(1);
    }

    @Test
    void a_withdrawn_lesson_whose_bytes_cannot_go_yet_is_told_as_still_in_the_file()
            throws Exception {
        begin();
        model.ending().withdraw();
        store.failure.set(Optional.of(new StoreException("Another program holds it.")));
        secondsLater.remove().run();
        assertThat(live.problem().get().orElseThrow())
                .contains("Another program holds it.", "still in the file");
    }

    @Test
    void a_withdrawal_that_fails_is_told_and_can_be_tried_again() throws Exception {
        begin();
        store.failure.set(Optional.of(new StoreException("The disk is full.")));
        model.ending().withdraw();
        assertThat(model.ending().outcome().get().orElseThrow().problem())
                .contains("The disk is full.");
        store.failure.set(Optional.empty());
        assertThat(store.sessions()).hasSize(1);
        model.ending().withdraw();
        assertThat(store.sessions()).isEmpty();
        assertThat(model.ending().outcome().get().orElseThrow().problem()).isEmpty();
    }

    @Test
    void an_end_that_fails_is_told_and_can_be_tried_again_before_what_waits_for_it()
            throws Exception {
        List<String> ran = new java.util.ArrayList<>();
        begin();
        store.failure.set(Optional.of(new StoreException("The disk is full.")));
        model.ending().finishThen(() -> ran.add("closed"));
        assertThat(model.ending().outcome().get().orElseThrow().problem())
                .contains("The disk is full.");
        assertThat(model.ending().outcome().get().orElseThrow().withdrawn()).isFalse();
        assertThat(model.isStoring()).isFalse();
        assertThat(model.session()).isEmpty();
        model.ending().finishAgain();
        assertThat(model.ending().outcome().get().orElseThrow().problem()).isPresent();
        assertThat(ran).isEmpty();

        store.failure.set(Optional.empty());
        assertThat(stored().session().end()).isEmpty();
        model.ending().finishAgain();
        assertThat(stored().session().end()).isPresent();
        assertThat(model.ending().outcome().get().orElseThrow().problem()).isEmpty();
        assertThat(ran).containsExactly("closed");
    }

    @Test
    void an_end_that_fails_leaves_a_session_that_can_be_deleted() throws Exception {
        begin();
        store.failure.set(Optional.of(new StoreException("The disk is full.")));
        model.ending().finish();
        store.failure.set(Optional.empty());
        model.ending().withdraw();
        assertThat(store.sessions()).isEmpty();
    }

    @Test
    void no_session_is_begun_while_everything_is_being_deleted() throws Exception {
        List<Runnable> later = new java.util.ArrayList<>();
        StoreChoices slow =
                new StoreChoices(
                        Optional.of(store),
                        StoreSettings.DEFAULT.withContext(
                                new UseContext(new Place("US"), Purpose.CLASS)),
                        later::add,
                        Runnable::run,
                        live::showNotice);
        RecordingViewModel recording = recording(slow);
        play();
        ConsentForm form = filled(recording.form());
        slow.deleteEverything(() -> {});
        assertThat(recording.refusal().orElseThrow()).contains("being deleted");
        recording.begin(form);
        assertThat(store.sessions()).isEmpty();
        assertThat(live.problem().get().orElseThrow()).contains("being deleted");

        store.failure.set(Optional.of(new StoreException("The disk is full.")));
        later.forEach(Runnable::run);
        store.failure.set(Optional.empty());
        assertThat(recording.refusal()).isEmpty();
        recording.begin(form);
        assertThat(store.sessions()).hasSize(1);
    }

    @Test
    void a_session_that_cannot_be_begun_is_told_and_nothing_listens() {
        use("US", Purpose.CLASS);
        play();
        ConsentForm form = filled(model.form());
        store.failure.set(Optional.of(new StoreException("The disk is full.")));
        model.begin(form);
        assertThat(model.phase().get()).isEqualTo(Phase.IDLE);
        assertThat(live.problem().get()).contains("The disk is full.");
        assertThat(monitor.listeners).isEmpty();
    }

    @Test
    void what_waits_for_the_end_runs_once() {
        List<String> ran = new java.util.ArrayList<>();
        begin();
        model.ending().finishThen(() -> ran.add("closed"));
        begin();
        model.ending().finish();
        assertThat(ran).containsExactly("closed");
    }

    @Test
    void deleting_everything_forgets_place_and_purpose_too() throws Exception {
        begin();
        model.ending().finish();
        choices.deleteEverything(() -> {});
        assertThat(store.sessions()).isEmpty();
        assertThat(choices.settings().get()).isEqualTo(StoreSettings.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource({"DE, CLASS", "US, SELF_CHECK"})
    void a_session_ends_when_place_or_purpose_become_ones_in_which_nothing_is_stored(
            String country, Purpose purpose) throws Exception {
        begin();
        use("US", Purpose.CLASS);
        assertThat(model.isStoring()).isTrue();

        use(country, purpose);

        assertThat(model.isStoring()).isFalse();
        assertThat(monitor.listeners).isEmpty();
        assertThat(stored().session().end()).isPresent();
    }
}
