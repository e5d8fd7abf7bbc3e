package org.classbarometer.ui.review;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;
import org.classbarometer.text.Text;
import org.classbarometer.ui.dialog.Folders;

/// Asks for the folder of an export with the system's own dialog, which begins in the user's documents;
/// empty when the user cancels.
public record SystemFolders(Window window) implements Supplier<Optional<Path>> {
    @Override
    public Optional<Path> get() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Text.of("review.export.folder"));
        chooser.setInitialDirectory(Folders.documents());
        return Optional.ofNullable(chooser.showDialog(window)).map(folder -> folder.toPath());
    }
}
