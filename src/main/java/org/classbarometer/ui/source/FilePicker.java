package org.classbarometer.ui.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks for a file or a folder with the system's own dialog; empty when the user cancels.
public interface FilePicker {
    Optional<Path> video();

    /// Several at once; empty when the user cancels.
    default List<Path> videos() {
        return video().stream().toList();
    }

    Optional<Path> imageFolder();

    Optional<Path> model();

    /// A file with certificates.
    Optional<Path> authorities();

    /// Where to write a new HTML page.
    ///
    /// @param name suggested
    Optional<Path> newPage(String name);
}
