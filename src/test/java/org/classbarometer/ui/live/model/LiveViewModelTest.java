package org.classbarometer.ui.live.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.classbarometer.expression.ExplanationMap;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.expression.ModelMetadata;
import org.classbarometer.face.Masks;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.frame.SourceState;
import org.classbarometer.monitor.Monitor;
import org.classbarometer.ui.feed.LiveFrame;
import org.classbarometer.ui.feed.ModelInUse;
import org.classbarometer.ui.feed.MoodHistory;
import org.classbarometer.ui.feed.RateMeter;
import org.classbarometer.ui.feed.SimulatedMonitor;
import org.classbarometer.ui.live.model.SidePanel.Content;
import org.classbarometer.ui.settings.Settings;
import org.junit.jupiter.api.Test;

class LiveViewModelTest {
    private static final SourceState PLAYING = new SourceState.Playing("demo", 160, 90, 12);

    private final SimulatedMonitor monitor = new SimulatedMonitor();
    private final ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.DEFAULT);
    private final MoodHistory history = new MoodHistory();
    private final LiveViewModel model =
            new LiveViewModel(monitor, settings, history, new RateMeter());

    private void playing() {
        model.play(new SourceChoice.Demo());
        model.source(PLAYING);
    }

    private void shows(int... tracks) {
        model.frame(
                Samples.frame(
                        LabelSet.FOUR,
                        java.util.Arrays.stream(tracks)
                                .mapToObj(track -> Samples.face(track, LabelSet.FOUR, 1, false))
                                .toArray(org.classbarometer.monitor.FaceReading[]::new)));
    }

    @Test
    void a_recording_is_sought_in_while_it_plays_is_held_and_has_ended() {
        SourceState film =
                new SourceState.Playing("film", 160, 90, 25, OptionalLong.of(60_000_000_000L));
        model.play(new SourceChoice.File(Path.of("film.mp4")));
        model.source(film);
        model.seek(Duration.ofSeconds(20));
        assertThat(monitor.commands.getLast()).isEqualTo("seek PT20S");
        assertThat(model.playhead().position().get()).isEqualTo(Duration.ofSeconds(20));

        model.togglePause();
        model.seek(Duration.ofSeconds(90));
        assertThat(monitor.commands.getLast()).as("no further than the end").isEqualTo("seek PT1M");
        LiveFrame there = Samples.frame(LabelSet.FOUR);
        model.frame(there);
        assertThat(model.frame().get()).as("what is held shows the place").contains(there);

        model.source(new SourceState.Ended("film"));
        model.seek(Duration.ofSeconds(-1));
        assertThat(monitor.commands).endsWith("play film.mp4", "seek PT0S");

        model.play(new SourceChoice.Demo());
        model.source(PLAYING);
        int before = monitor.commands.size();
        model.seek(Duration.ofSeconds(1));
        assertThat(monitor.commands).as("the demo class cannot").hasSize(before);
        assertThat(model.playhead().length().get()).isEmpty();
    }

    @Test
    void playing_a_source_tells_the_monitor_and_remembers_it() {
        model.play(new SourceChoice.Camera(2));

        assertThat(monitor.commands).contains("play camera:2");
        assertThat(settings.get().source()).isEqualTo("camera:2");
        assertThat(model.state().get()).contains(new SourceState.Opening("camera:2"));
        assertThat(model.isPlaying()).isTrue();
    }

    @Test
    void no_single_face_has_a_label_that_is_experimental() {
        LabelSet states = new LabelSet("engagement", List.of("engaged", "bored"));
        playing();
        shows(1);
        model.side().explain(1);
        assertThat(model.labelsFaces().get()).isTrue();
        assertThat(model.side().chosenTrack().get()).isEqualTo(1);

        model.model(
                new ModelInUse(
                        Path.of("states.onnx"),
                        new ModelMetadata(states, 0, 1, 0.7f, "", "", "1", "", 48, 48),
                        "CPU",
                        List.of(states),
                        Optional.empty()));
        assertThat(model.reading().labels().get()).isEqualTo(states);
        assertThat(model.labelsFaces().get()).isFalse();
        assertThat(model.side().chosenTrack().get()).isZero();

        model.side().explain(1);
        assertThat(model.side().chosenTrack().get()).isZero();
    }

    @Test
    void stopping_clears_the_picture_and_late_frames_do_not_bring_it_back() {
        playing();
        shows(1);
        assertThat(model.frame().get()).isPresent();

        model.stop();
        shows(1);
        model.source(PLAYING);

        assertThat(monitor.commands).contains("stop");
        assertThat(model.frame().get()).isEmpty();
        assertThat(model.state().get()).isEmpty();
    }

    @Test
    void start_and_stop_take_turns() {
        playing();
        model.toggle();
        assertThat(model.isPlaying()).isFalse();

        model.toggle();
        assertThat(model.isPlaying()).isTrue();
        assertThat(monitor.commands).endsWith("stop", "play demo");
    }

    @Test
    void an_unplugged_camera_takes_the_picture_away_and_its_return_brings_it_back() {
        playing();
        shows(1);
        model.source(new SourceState.Waiting("camera:0", "It was unplugged."));
        assertThat(model.frame().get()).isEmpty();
        assertThat(model.figures().mood().get().faces()).isZero();
        assertThat(model.isPlaying()).isTrue();

        model.source(PLAYING);
        shows(1);
        assertThat(model.frame().get()).isPresent();
    }

    @Test
    void a_mask_drawn_after_the_end_still_hides_the_pixels_and_the_faces_below_it() {
        playing();
        shows(1, 4);
        model.source(new SourceState.Ended("picture.png"));
        model.masks().add(new Masks.Region(0, 0, 0.3, 1));

        assertThat(model.frame().get())
                .hasValueSatisfying(still ->
                        assertThat(still.faces())
                                .extracting(face -> face.face().track())
                                .containsExactly(4));
    }

    @Test
    void a_password_in_an_address_reaches_neither_the_settings_nor_the_screen() throws Exception {
        model.play(SourceChoice.parse("rtsp://teacher:secret@camera.local/live"));
        model.masks().add(new Masks.Region(0, 0, 0.3, 1));

        assertThat(settings.get().toString()).contains("camera.local").doesNotContain("secret");
        assertThat(model.state().get().toString()).doesNotContain("secret");
    }

    @Test
    void a_source_that_ended_can_be_played_again() {
        playing();
        model.source(new SourceState.Ended("clip.mp4"));
        assertThat(model.isPlaying()).isFalse();

        model.playAgain();
        assertThat(monitor.commands).endsWith("play demo");
        assertThat(model.isPlaying()).isTrue();
    }

    @Test
    void a_broken_pipeline_is_told_like_a_failed_source() {
        playing();
        model.broke("The analysis stopped.");

        assertThat(model.state().get())
                .contains(new SourceState.Failed("demo", "The analysis stopped."));
    }

    @Test
    void a_label_set_is_applied_at_once_and_remembered() {
        model.reading().chooseLabels(LabelSet.TWO);

        assertThat(monitor.settings.labels()).isEqualTo(LabelSet.TWO);
        assertThat(settings.get().labels()).isEqualTo("2");
        assertThat(model.reading().labels().get()).isEqualTo(LabelSet.TWO);
    }

    @Test
    void a_model_that_cannot_tell_the_chosen_labels_apart_changes_them() {
        model.reading().chooseLabels(LabelSet.EIGHT);
        model.model(Samples.model("m.onnx", LabelSet.FOUR, LabelSet.TWO));

        assertThat(model.reading().labels().get()).isEqualTo(LabelSet.FOUR);
        assertThat(model.reading().views()).containsExactly(LabelSet.FOUR, LabelSet.TWO);
        assertThat(monitor.settings.labels()).isEqualTo(LabelSet.FOUR);
    }

    @Test
    void a_refused_model_is_told_and_the_one_in_use_stays() {
        model.model(Samples.model("good.onnx", LabelSet.EIGHT, LabelSet.FOUR));
        playing();
        model.reading().chooseModel(Path.of("bad.onnx"));
        model.modelRefused("bad.onnx is no model.");

        assertThat(model.problem().get()).contains("bad.onnx is no model.");
        assertThat(model.reading().model().get().orElseThrow().file())
                .isEqualTo(Path.of("good.onnx"));
        assertThat(model.isPlaying()).isTrue();
        assertThat(settings.get().model()).isEmpty();

        model.dismissProblem();
        assertThat(model.problem().get()).isEmpty();
    }

    @Test
    void a_chosen_model_is_remembered_once_it_proved_usable() {
        model.reading().chooseModel(Path.of("mine.onnx"));
        assertThat(settings.get().model()).isEmpty();

        model.model(Samples.model("mine.onnx", LabelSet.FOUR));
        assertThat(settings.get().model()).isEqualTo("mine.onnx");
    }

    @Test
    void without_any_usable_model_the_shipped_one_is_tried_and_the_problem_still_told() {
        model.reading().startWith(Path.of("gone.onnx"), Optional.of(Path.of("shipped.onnx")));
        model.modelRefused("There is no gone.onnx.");

        assertThat(monitor.commands).containsExactly("use gone.onnx", "use shipped.onnx");
        model.model(Samples.model("shipped.onnx", LabelSet.FOUR));
        assertThat(model.problem().get()).contains("There is no gone.onnx.");
    }

    @Test
    void masks_are_applied_and_remembered_per_source() {
        model.play(new SourceChoice.Camera(0));
        model.masks().add(new Masks.Region(0.1, 0.1, 0.2, 0.2));
        assertThat(monitor.settings.masks().regions()).hasSize(1);

        model.play(new SourceChoice.Demo());
        assertThat(model.masks().regions()).isEmpty();
        assertThat(monitor.settings.masks().regions()).isEmpty();

        model.play(new SourceChoice.Camera(0));
        assertThat(model.masks().regions()).containsExactly(new Masks.Region(0.1, 0.1, 0.2, 0.2));
        assertThat(monitor.settings.masks().regions()).hasSize(1);
    }

    @Test
    void the_mask_of_a_source_is_in_place_before_it_is_played() {
        settings.set(
                settings.get()
                        .withMasks("demo", new Masks(List.of(new Masks.Region(0, 0, 0.5, 0.5)))));
        SimulatedMonitor watched = monitor;
        model.play(new SourceChoice.Demo());

        assertThat(watched.settings.masks().regions()).hasSize(1);
        assertThat(watched.commands).endsWith("play demo");
    }

    @Test
    void explaining_walks_from_face_to_face_and_round() {
        playing();
        shows(2, 5, 9);

        model.side().explainNext();
        assertThat(model.side().chosenTrack().get()).isEqualTo(2);
        model.side().explainNext();
        model.side().explainNext();
        assertThat(model.side().chosenTrack().get()).isEqualTo(9);
        model.side().explainNext();
        assertThat(model.side().chosenTrack().get()).isEqualTo(2);
        assertThat(model.side().content().get()).isEqualTo(Content.WHY);
    }

    @Test
    void only_the_chosen_faces_explanation_is_shown() {
        playing();
        shows(1, 2);
        model.side().explain(2);
        monitor.explained = Optional.of(explained(1));
        shows(1, 2);
        assertThat(model.side().explanation().get()).isEmpty();

        monitor.explained = Optional.of(explained(2));
        shows(1, 2);
        assertThat(model.side().explanation().get()).isPresent();
    }

    private static Monitor.Explained explained(int track) {
        return new Monitor.Explained(
                track,
                new ExplanationMap(
                        new byte[4], 2, 2, new float[][] {{1, 0, 0, 0}}, 2, 2, new float[] {1}));
    }

    @Test
    void without_labels_on_faces_no_single_face_is_explained() {
        playing();
        shows(1);
        model.side().explain(1);
        model.faceLabels().set(false);

        assertThat(model.side().chosenTrack().get()).isZero();
        assertThat(model.side().content().get()).isEqualTo(Content.MOOD);
        model.side().explain(1);
        assertThat(model.side().chosenTrack().get()).isZero();
        assertThat(settings.get().faceLabels()).isFalse();
    }

    @Test
    void the_counts_are_those_of_the_frame_shown() {
        playing();
        LiveFrame frame =
                Samples.frame(
                        LabelSet.FOUR,
                        Samples.face(1, LabelSet.FOUR, 1, false),
                        Samples.face(2, LabelSet.FOUR, 1, true),
                        Samples.face(3, LabelSet.FOUR, 0, false));
        history.add(frame.mood(), frame.capturedNanos(), false);
        model.frame(frame);

        assertThat(model.figures().mood().get())
                .extracting(MoodNow::faces, MoodNow::read, MoodNow::uncertain)
                .containsExactly(3, 2, 1);
        assertThat(model.figures().vitals().get().dropped()).isEqualTo(3);
    }
}
