package org.classbarometer.ui.source;

import java.io.File;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.classbarometer.frame.SourceChoice;

/// Plays a video, an image or a folder of images that is dropped onto the window.
public final class DroppedFile {
    private DroppedFile() {}

    /// @param open whether the window takes one now
    /// @param play given the file; several at once are not taken
    public static void install(Scene scene, BooleanSupplier open, Consumer<SourceChoice> play) {
        scene.setOnDragOver(event -> {
            if (open.getAsBoolean() && file(event).isPresent()) {
                event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            }
            event.consume();
        });
        scene.setOnDragDropped(event -> {
            Optional<File> file = open.getAsBoolean() ? file(event) : Optional.empty();
            file.ifPresent(one -> play.accept(new SourceChoice.File(one.toPath())));
            event.setDropCompleted(file.isPresent());
            event.consume();
        });
    }

    private static Optional<File> file(DragEvent event) {
        return event.getDragboard().hasFiles() && event.getDragboard().getFiles().size() == 1
                ? Optional.of(event.getDragboard().getFiles().getFirst())
                : Optional.empty();
    }
}
