package org.classbarometer.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import org.classbarometer.frame.CameraInfo;
import org.classbarometer.session.Place;
import org.classbarometer.session.Purpose;
import org.classbarometer.session.SessionStore;
import org.classbarometer.session.StoreException;
import org.classbarometer.session.StoreSettings;
import org.classbarometer.session.UseContext;
import org.classbarometer.setup.Installation;
import org.classbarometer.ui.feed.LiveMonitor;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.classbarometer.ui.purpose.PurposeViewModel;
import org.classbarometer.ui.record.RecordingViewModel;
import org.classbarometer.ui.room.Room;
import org.classbarometer.ui.room.RoomBuilder;
import org.classbarometer.ui.settings.Settings;
import org.classbarometer.ui.source.FilePicker;
import org.classbarometer.ui.storing.StoreChoices;

/// What a window under test is made of: everything real but the store, and a place where class use is
/// allowed unless a test wants another.
public final class Windows {
    public static final UseContext ELSEWHERE = new UseContext(new Place("US"), Purpose.CLASS);

    private Windows() {}

    /// @param store its settings are what the window begins with
    public static MainWindow.Parts parts(
            LiveViewModel live,
            LiveMonitor monitor,
            ObjectProperty<Settings> settings,
            SessionStore store,
            FilePicker files,
            Locale system,
            Map<Room, RoomBuilder> others) {
        Executor aside = task -> Thread.ofVirtual().start(task);
        StoreChoices choices =
                new StoreChoices(
                        Optional.of(store),
                        settings(store),
                        Runnable::run,
                        Platform::runLater,
                        live::showNotice);
        return new MainWindow.Parts(
                live,
                new PurposeViewModel(choices, system),
                new RecordingViewModel(
                        live,
                        monitor,
                        choices,
                        Runnable::run,
                        Platform::runLater,
                        Clock.system(ZoneId.of("UTC"))),
                choices,
                settings,
                () -> List.of(new CameraInfo(0, "HD Webcam")),
                aside,
                files,
                new Installation(Path.of("").toAbsolutePath(), Path.of("target/nowhere")),
                system,
                others,
                () -> false);
    }

    /// The same, while recordings may be analysed.
    public static MainWindow.Parts with(MainWindow.Parts parts, BooleanSupplier analysing) {
        return new MainWindow.Parts(
                parts.live(),
                parts.purpose(),
                parts.recording(),
                parts.choices(),
                parts.settings(),
                parts.cameras(),
                parts.background(),
                parts.files(),
                parts.installation(),
                parts.systemLanguage(),
                parts.others(),
                analysing);
    }

    private static StoreSettings settings(SessionStore store) {
        try {
            return store.settings();
        } catch (StoreException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }
}
