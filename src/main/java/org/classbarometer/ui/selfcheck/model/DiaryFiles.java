package org.classbarometer.ui.selfcheck.model;

import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.classbarometer.text.Text;
import org.classbarometer.ui.dialog.Folders;

/// Asks where to put things, with the system's own dialogs, which begin in the user's documents; empty when the person cancels.
public interface DiaryFiles {
    /// The file to export to.
    Optional<Path> exportTo();

    /// The folder to keep the diary in.
    Optional<Path> folder();

    /// The system's dialogs, over a window.
    static DiaryFiles of(Window owner, Clock clock) {
        return new DiaryFiles() {
            @Override
            public Optional<Path> exportTo() {
                FileChooser chooser = new FileChooser();
                chooser.setTitle(Text.of("selfcheck.export"));
                chooser.setInitialDirectory(Folders.documents());
                chooser.setInitialFileName("selfcheck-" + LocalDate.now(clock) + ".csv");
                return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
            }

            @Override
            public Optional<Path> folder() {
                DirectoryChooser chooser = new DirectoryChooser();
                chooser.setTitle(Text.of("selfcheck.folder"));
                chooser.setInitialDirectory(Folders.documents());
                return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
            }
        };
    }
}
