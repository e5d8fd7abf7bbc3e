package org.classbarometer.ui.selfcheck;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.stage.Window;
import org.classbarometer.frame.CameraInfo;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.selfcheck.diary.DiaryPlace;
import org.classbarometer.setup.Installation;
import org.classbarometer.setup.Monitors;
import org.classbarometer.ui.feed.MonitorThread;
import org.classbarometer.ui.feed.MoodHistory;
import org.classbarometer.ui.feed.RateMeter;
import org.classbarometer.ui.room.RoomBuilder;
import org.classbarometer.ui.selfcheck.model.DiaryFiles;
import org.classbarometer.ui.selfcheck.model.DiaryModel;
import org.classbarometer.ui.selfcheck.model.OwnCamera;
import org.classbarometer.ui.selfcheck.model.SelfCheckViewModel;
import org.classbarometer.ui.source.FilePicker;

/// Self-check put together from its real parts; owns them. Nothing is opened before the room is entered,
/// and no camera before its button is pressed. JavaFX thread but for closing.
public final class SelfCheck implements AutoCloseable {
    private final Installation installation;
    private final UnaryOperator<SourceChoice> trusting;
    private final Supplier<List<CameraInfo>> cameras;
    private final Executor background;
    private final Clock clock;
    private final MonitorThread monitor;
    private final OwnCamera camera;
    private final DiaryModel diary;
    private final SelfCheckViewModel model;

    /// @param monitors builds the one that attends to the own face
    /// @param source what is watched first; the first camera if empty
    /// @param trusting a source as it is to be opened
    /// @param cameras may block; called in the background
    /// @param background one task after the other
    /// @param writing the same, for the diary alone; whoever ends it does first what waits in it
    /// @param clock with the zone of the place
    public SelfCheck(
            Monitors monitors,
            Path modelFile,
            Optional<SourceChoice> source,
            UnaryOperator<SourceChoice> trusting,
            Supplier<List<CameraInfo>> cameras,
            Executor background,
            Executor writing,
            Clock clock) {
        this.installation = monitors.installation();
        this.trusting = trusting;
        this.cameras = cameras;
        this.background = background;
        this.clock = clock;
        monitor =
                new MonitorThread(
                        monitors.forSelfCheck(),
                        Platform::runLater,
                        // The mood of one face is nobody's business: it is shown nowhere.
                        new MoodHistory(),
                        new RateMeter());
        camera = new OwnCamera(monitor, modelFile, source.orElse(new SourceChoice.Camera(0)));
        diary =
                new DiaryModel(
                        new DiaryPlace(installation.userData(), clock),
                        clock,
                        writing,
                        Platform::runLater);
        model = new SelfCheckViewModel(camera, diary, clock);
        if (source.isEmpty()) {
            background.execute(this::withoutCamera);
        }
    }

    private void withoutCamera() {
        if (cameras.get().isEmpty()) {
            Platform.runLater(camera::missing);
        }
    }

    public SelfCheckViewModel model() {
        return model;
    }

    /// What the window plugs in.
    ///
    /// @param owner of the system's file dialogs
    /// @param country where the person probably is, ISO 3166-1 alpha-2; may be empty
    public RoomBuilder room(FilePicker pictures, Window owner, Supplier<String> country) {
        return new SelfCheckRoom(
                model,
                source -> model.camera().choose(trusting.apply(source)),
                cameras,
                background,
                pictures,
                DiaryFiles.of(owner, clock),
                installation.userData(),
                country);
    }

    /// Stops the camera and closes the diary; before the executors end.
    @Override
    public void close() {
        diary.close();
        monitor.close();
    }
}
