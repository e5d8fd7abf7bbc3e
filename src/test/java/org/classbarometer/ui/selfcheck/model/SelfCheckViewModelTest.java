package org.classbarometer.ui.selfcheck.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.frame.SourceState;
import org.classbarometer.monitor.FaceReading;
import org.classbarometer.selfcheck.Entry;
import org.classbarometer.selfcheck.Suggestion;
import org.classbarometer.selfcheck.Tone;
import org.classbarometer.selfcheck.Word;
import org.classbarometer.selfcheck.diary.Diary;
import org.classbarometer.selfcheck.diary.DiaryPlace;
import org.classbarometer.ui.feed.LiveFrame;
import org.classbarometer.ui.live.model.Samples;
import org.classbarometer.ui.selfcheck.model.DiaryModel.State;
import org.classbarometer.ui.selfcheck.model.OwnCamera.Status;
import org.classbarometer.ui.selfcheck.model.SelfCheckViewModel.Tab;
import org.classbarometer.ui.task.Notice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Self-check without a window: choose, read, correct, keep, and what is offered.
class SelfCheckViewModelTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneId.of("Europe/Berlin"));

    @TempDir Path userData = Path.of("");
    private final QuietMonitor monitor = new QuietMonitor();
    private final Queue<Runnable> secondsLater = new ArrayDeque<>();
    private Optional<SelfCheckViewModel> opened = Optional.empty();
    private long nanos = 1_000_000_000L;

    @BeforeEach
    void begin() {
        OwnCamera camera =
                new OwnCamera(monitor, Path.of("models/some.onnx"), new SourceChoice.Demo());
        DiaryModel diary =
                new DiaryModel(
                        new DiaryPlace(userData, CLOCK),
                        CLOCK,
                        Runnable::run,
                        Runnable::run,
                        secondsLater::add);
        SelfCheckViewModel model = new SelfCheckViewModel(camera, diary, CLOCK);
        model.shown(true);
        opened = Optional.of(model);
    }

    @AfterEach
    void close() {
        model().diary().close();
    }

    private SelfCheckViewModel model() {
        return opened.orElseThrow();
    }

    private DiaryModel diary() {
        return model().diary();
    }

    @Test
    void experimental_labels_are_not_put_on_ones_own_face() {
        LabelSet states = new LabelSet("states", List.of("engaged", "bored"));
        camera().start();

        camera().model(Samples.model("states.onnx", states));

        assertThat(camera().status().get()).isEqualTo(Status.OFF);
        assertThat(camera().problem().get()).get().asString().contains("Experimental");
    }

    private OwnCamera camera() {
        return model().camera();
    }

    private void see(int frames, FaceReading... faces) {
        for (int i = 0; i < frames; i++) {
            nanos += 100_000_000;
            LiveFrame frame = Samples.frame(LabelSet.FOUR, faces);
            camera().frame(
                            new LiveFrame(
                                    frame.picture(),
                                    frame.faces(),
                                    frame.mood(),
                                    frame.timings(),
                                    nanos,
                                    0,
                                    0,
                                    frame.load()));
        }
    }

    private void readHappiness() {
        camera().start();
        camera().model(Samples.model("models/some.onnx", LabelSet.FOUR));
        see(20, Samples.face(7, LabelSet.FOUR, 1, false));
    }

    private void wroteOn(String day, Tone tone) {
        diary().add(
                        new Entry(
                                OffsetDateTime.parse(day + "T08:00:00+01:00"),
                                Optional.empty(),
                                new Word.Own("so so"),
                                tone,
                                ""),
                        () -> {});
    }

    private void threeHardDays() {
        wroteOn("2026-11-20", Tone.HARD);
        wroteOn("2026-11-21", Tone.HARD);
        wroteOn("2026-11-22", Tone.HARD);
    }

    @Test
    void the_camera_is_off_until_it_is_started_and_goes_off_with_the_screen() {
        assertThat(monitor.commands).containsExactly("labels 4");
        camera().start();
        assertThat(monitor.commands).contains("use models/some.onnx", "play demo");
        model().shown(false);

        assertThat(monitor.commands.getLast()).isEqualTo("stop");
        assertThat(camera().status().get()).isEqualTo(Status.OFF);
        assertThat(camera().frame().get()).isEmpty();
    }

    @Test
    void the_own_face_is_read_after_a_moment() {
        camera().start();
        assertThat(camera().status().get()).isEqualTo(Status.OPENING);
        see(1);
        assertThat(camera().status().get()).isEqualTo(Status.NOBODY);
        see(5, Samples.face(7, LabelSet.FOUR, 1, false));
        assertThat(camera().status().get()).isEqualTo(Status.LOOKING);
        see(20, Samples.face(7, LabelSet.FOUR, 1, false));

        assertThat(camera().status().get()).isEqualTo(Status.READING);
        assertThat(camera().reading().get().orElseThrow().label()).isEqualTo("happiness");
        assertThat(monitor.commands).contains("explain 7");
    }

    @Test
    void when_the_face_is_gone_so_is_its_reading() {
        readHappiness();
        see(5);

        assertThat(camera().reading().get()).isEmpty();
        assertThat(camera().status().get()).isEqualTo(Status.NOBODY);
    }

    @Test
    void a_camera_that_fails_is_told_and_off() {
        camera().start();
        camera().source(new SourceState.Failed("camera:0", "The camera is in use."));

        assertThat(camera().status().get()).isEqualTo(Status.OFF);
        assertThat(camera().problem().get()).contains("The camera is in use.");
    }

    @Test
    void nothing_is_stored_while_reading_and_after_discarding() {
        readHappiness();
        model().holdReading();
        form().ownWords().set("none of your business");
        model().discard();

        assertThat(userData).isEmptyDirectory();
        assertThat(diary().entries().get()).isEmpty();
    }

    private CheckIn form() {
        return model().checkIn().get().orElseThrow();
    }

    @Test
    void the_persons_word_counts_and_the_machines_reading_is_kept_beside_it() {
        readHappiness();
        model().holdReading();
        form().ownWords().set("proud, but tired");
        form().chooseTone(Tone.IN_BETWEEN);
        form().note().set(" after the talk ");
        model().save();

        Entry entry = diary().entries().get().getFirst().entry();
        assertThat(entry.word()).isEqualTo(new Word.Own("proud, but tired"));
        assertThat(entry.tone()).isEqualTo(Tone.IN_BETWEEN);
        assertThat(entry.note()).isEqualTo("after the talk");
        assertThat(entry.machine().orElseThrow().label()).isEqualTo("happiness");
        assertThat(entry.machine().orElseThrow().model()).isEqualTo("some.onnx 1");
        assertThat(entry.at()).isEqualTo(OffsetDateTime.parse("2026-11-22T10:00:00+01:00"));
        assertThat(model().checkIn().get()).isEmpty();
        assertThat(userData.resolve(Diary.FILE)).exists();
    }

    @Test
    void no_word_is_chosen_beforehand_and_without_one_nothing_is_kept() {
        readHappiness();
        model().holdReading();
        assertThat(form().label().get()).isEmpty();
        assertThat(form().complete().get()).isFalse();
        model().save();

        assertThat(model().checkIn().get()).isPresent();
        assertThat(diary().entries().get()).isEmpty();
    }

    @Test
    void a_chosen_word_brings_its_usual_tone_until_one_is_chosen() {
        model().writeWithoutReading();
        form().chooseLabel("sadness");
        assertThat(form().tone().get()).contains(Tone.HARD);
        form().chooseTone(Tone.GOOD);
        form().chooseLabel("anger");

        assertThat(form().tone().get()).contains(Tone.GOOD);
        model().save();
        assertThat(diary().entries().get().getFirst().entry().machine()).isEmpty();
    }

    @Test
    void an_entry_is_told_anew() {
        wroteOn("2026-11-22", Tone.HARD);
        model().edit(diary().entries().get().getFirst());
        assertThat(form().ownWords().get()).isEqualTo("so so");
        form().chooseLabel("neutral");
        form().chooseTone(Tone.IN_BETWEEN);
        model().save();

        assertThat(diary().entries().get()).hasSize(1);
        assertThat(diary().entries().get().getFirst().entry().word())
                .isEqualTo(new Word.Expression("neutral"));
        assertThat(model().page().get()).isEqualTo(Tab.DIARY);
    }

    @Test
    void hard_days_bring_one_suggestion_which_is_not_repeated() {
        threeHardDays();
        assertThat(diary().offer().get()).contains(Suggestion.BREATHE);
        diary().dismissOffer();
        wroteOn("2026-11-22", Tone.HARD);

        assertThat(diary().offer().get()).isEmpty();
    }

    @Test
    void silenced_suggestions_stay_away_until_they_are_wanted_again() {
        threeHardDays();
        diary().silence(true);
        assertThat(diary().offer().get()).isEmpty();
        assertThat(diary().silenced().get()).isTrue();
        wroteOn("2026-11-22", Tone.HARD);
        assertThat(diary().offer().get()).isEmpty();

        diary().silence(false);
        assertThat(diary().silenced().get()).isFalse();
    }

    @Test
    void the_days_speak_of_the_persons_own_words_only() {
        readHappiness();
        model().holdReading();
        form().ownWords().set("empty");
        form().chooseTone(Tone.HARD);
        model().save();

        assertThat(diary().trend().get().days().getLast().tone()).isEqualTo(-1);
    }

    @Test
    void a_locked_diary_shows_nothing_until_the_right_passphrase() {
        threeHardDays();
        diary().setPassphrase("", "four words of mine", () -> {});
        diary().lock();
        assertThat(diary().state().get()).isEqualTo(State.LOCKED);
        assertThat(diary().entries().get()).isEmpty();
        assertThat(diary().offer().get()).isEmpty();
        diary().unlock("four words of yours", () -> {});
        assertThat(diary().notice().get())
                .hasValueSatisfying(notice -> assertThat(notice.problem()).isTrue());
        assertThat(diary().state().get()).isEqualTo(State.LOCKED);
        diary().unlock("four words of mine", () -> {});

        assertThat(diary().state().get()).isEqualTo(State.OPEN);
        assertThat(diary().entries().get()).hasSize(3);
    }

    @Test
    void what_could_not_be_kept_stays_on_the_screen() throws Exception {
        // A folder where the file should be: nothing can be written there.
        Files.createDirectories(userData.resolve(Diary.FILE).resolve("in the way"));
        model().writeWithoutReading();
        form().ownWords().set("do not lose me");
        form().chooseTone(Tone.GOOD);
        model().save();

        assertThat(diary().notice().get())
                .hasValueSatisfying(notice -> assertThat(notice.problem()).isTrue());
        assertThat(form().ownWords().get()).isEqualTo("do not lose me");
    }

    @Test
    void what_was_written_is_not_lost_while_the_diary_is_locked() {
        wroteOn("2026-11-20", Tone.GOOD);
        diary().setPassphrase("", "four words of mine", () -> {});
        diary().lock();
        model().writeWithoutReading();
        form().chooseLabel("happiness");
        model().save();
        assertThat(form().label().get()).contains("happiness");
        assertThat(model().page().get()).isEqualTo(Tab.DIARY);
        diary().unlock("four words of mine", () -> {});
        model().save();

        assertThat(diary().entries().get()).hasSize(2);
    }

    @Test
    void the_diary_moves_to_a_folder_of_ones_own() throws Exception {
        wroteOn("2026-11-20", Tone.GOOD);
        Path stick = Files.createDirectory(userData.resolve("stick"));
        diary().useFolder(stick);
        assertThat(diary().entries().get()).isEmpty();
        wroteOn("2026-11-21", Tone.GOOD);

        assertThat(stick.resolve(Diary.FILE)).exists();
        assertThat(diary().folder().get()).isEqualTo(stick);
    }

    @Test
    void when_the_folder_of_the_diary_is_gone_another_can_be_chosen() throws Exception {
        DiaryPlace place = new DiaryPlace(userData, CLOCK);
        place.move(userData.resolve("pulled out"));
        DiaryModel diary = new DiaryModel(place, CLOCK, Runnable::run, Runnable::run);
        diary.open();
        assertThat(diary.notice().get().orElseThrow().text()).contains("pulled out");
        diary.useFolder(userData);

        assertThat(diary.notice().get().filter(Notice::problem)).isEmpty();
        assertThat(diary.state().get()).isEqualTo(DiaryModel.State.OPEN);
        assertThat(diary.folder().get()).isEqualTo(userData);
        diary.close();
    }

    @Test
    void everything_is_exported_and_then_deleted() throws Exception {
        threeHardDays();
        Path target = userData.resolve("mine.csv");
        diary().export(target);
        assertThat(Files.readAllLines(target)).hasSize(4);
        diary().deleteEverything();

        assertThat(diary().entries().get()).isEmpty();
        assertThat(userData.resolve(Diary.FILE)).doesNotExist();
        assertThat(List.of(userData.toFile().list())).containsExactly("mine.csv");
    }

    @Test
    void a_deletion_can_be_undone_until_its_time_is_over_or_something_else_is_done()
            throws Exception {
        threeHardDays();
        diary().delete(diary().entries().get().getFirst());
        assertThat(diary().entries().get()).hasSize(2);
        undo();
        assertThat(diary().entries().get()).hasSize(3);
        assertThat(diary().notice().get().orElseThrow().text()).contains("back");

        diary().deleteEverything();
        assertThat(userData.resolve(Diary.FILE)).doesNotExist();
        undo();
        assertThat(diary().entries().get()).hasSize(3);

        secondsLater.clear();
        diary().deleteEverything();
        secondsLater.remove().run();
        assertThat(diary().notice().get().orElseThrow().action()).isEmpty();
        assertThat(diary().notice().get().orElseThrow().text()).contains("Everything is deleted");
    }

    private void undo() {
        diary().notice().get().orElseThrow().action().orElseThrow().run().run();
    }

    @Test
    void what_cannot_be_put_back_now_can_be_a_moment_later() throws Exception {
        wroteOn("2026-11-22", Tone.HARD);
        diary().deleteEverything();
        Path inTheWay = Files.createDirectory(userData.resolve(Diary.FILE));
        undo();
        assertThat(diary().notice().get().orElseThrow().problem()).isTrue();
        Files.delete(inTheWay);
        undo();
        assertThat(diary().entries().get()).hasSize(1);
    }

    @Test
    void without_a_camera_nobody_else_is_shown_as_the_person() {
        camera().missing();
        assertThat(camera().status().get()).isEqualTo(Status.MISSING);
        camera().choose(new SourceChoice.Camera(0));
        assertThat(camera().status().get()).isEqualTo(Status.OFF);
        assertThat(camera().isLive()).isTrue();
        camera().choose(new SourceChoice.Demo());
        assertThat(camera().isLive()).as("rendered people are not the person").isFalse();
    }

    @Test
    void a_camera_that_comes_back_takes_back_what_was_told_of_it() {
        camera().start();
        camera().source(new SourceState.Waiting("camera:0", "It was unplugged."));
        assertThat(camera().problem().get()).contains("It was unplugged.");
        assertThat(camera().frame().get()).isEmpty();
        camera().source(new SourceState.Playing("camera:0", 640, 480, 30));
        assertThat(camera().problem().get()).isEmpty();
    }
}
