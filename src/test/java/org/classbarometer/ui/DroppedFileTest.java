package org.classbarometer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.tk.TKClipboard;
import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.control.Label;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.ui.dialog.Dialogs;
import org.classbarometer.ui.feed.MoodHistory;
import org.classbarometer.ui.feed.SimulatedMonitor;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Files dropped onto the window. No desktop drags anything here: the events are made as JavaFX makes
/// them of a desktop's.
@ExtendWith(ApplicationExtension.class)
class DroppedFileTest extends WindowTest {
    private static final File LESSON = new File("lesson.mp4").getAbsoluteFile();

    private final SimulatedMonitor monitor = new SimulatedMonitor();
    private Optional<LiveViewModel> model = Optional.empty();

    @Start
    void start(Stage on) {
        model = Optional.of(showLive(on, monitor, new MoodHistory()));
    }

    @Test
    void a_file_that_is_dropped_is_played() throws Exception {
        assertThat(drag(DragEvent.DRAG_OVER, LESSON).isAccepted()).isTrue();

        assertThat(drag(DragEvent.DRAG_DROPPED, LESSON).isDropCompleted()).isTrue();
        assertThat(playing()).isEqualTo(new SourceChoice.File(LESSON.toPath()));
    }

    @Test
    void several_files_at_once_are_not_taken() throws Exception {
        SourceChoice before = playing();
        assertThat(drag(DragEvent.DRAG_OVER, LESSON, LESSON).isAccepted()).isFalse();

        assertThat(drag(DragEvent.DRAG_DROPPED, LESSON, LESSON).isDropCompleted()).isFalse();
        assertThat(playing()).isEqualTo(before);
    }

    @Test
    void behind_an_open_dialog_nothing_is_taken() throws Exception {
        SourceChoice before = playing();
        onFx(() -> {
            ((Dialogs) stage().getScene().getRoot())
                    .show("A question", new Label("whether it is so"));
            return true;
        });

        assertThat(drag(DragEvent.DRAG_OVER, LESSON).isAccepted()).isFalse();
        assertThat(drag(DragEvent.DRAG_DROPPED, LESSON).isDropCompleted()).isFalse();
        assertThat(playing()).isEqualTo(before);
    }

    private SourceChoice playing() throws Exception {
        return onFx(() -> model.orElseThrow().choice().get());
    }

    private DragEvent drag(EventType<DragEvent> what, File... files) throws Exception {
        return onFx(() -> {
            DragEvent event =
                    new DragEvent(
                            what,
                            board(List.of(files)),
                            400,
                            300,
                            400,
                            300,
                            TransferMode.COPY,
                            null,
                            null,
                            null);
            Event.fireEvent(stage().getScene(), event);
            return event;
        });
    }

    private static Dragboard board(List<File> files) throws ReflectiveOperationException {
        TKClipboard desktop =
                (TKClipboard)
                        Proxy.newProxyInstance(
                                TKClipboard.class.getClassLoader(),
                                new Class<?>[] {TKClipboard.class},
                                (_, method, arguments) ->
                                        switch (method.getName()) {
                                            case "hasContent" ->
                                                    DataFormat.FILES.equals(arguments[0]);
                                            case "getContent" -> files;
                                            case "getTransferModes" ->
                                                    EnumSet.allOf(TransferMode.class);
                                            default ->
                                                    throw new IllegalStateException(
                                                            method.getName());
                                        });
        Constructor<Dragboard> dragboard =
                Dragboard.class.getDeclaredConstructor(TKClipboard.class);
        dragboard.setAccessible(true);
        return dragboard.newInstance(desktop);
    }
}
