package org.classbarometer.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.Window;
import org.classbarometer.ui.review.SystemFolders;
import org.classbarometer.ui.source.FilePicker;
import org.classbarometer.ui.source.SystemFilePicker;

/// What is asked of the user outside the window.
///
/// @param exports the folder to export into; empty when the user cancels
record SystemDialogs(FilePicker files, Supplier<Optional<Path>> exports) {
    /// The system's own dialogs.
    ///
    /// @param models folder the model dialog opens in
    static SystemDialogs ofSystem(Window owner, Path models) {
        return new SystemDialogs(new SystemFilePicker(owner, models), new SystemFolders(owner));
    }
}
