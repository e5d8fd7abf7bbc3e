package org.classbarometer.ui;

import java.nio.file.Path;
import java.util.Optional;
import org.classbarometer.ui.source.FilePicker;

/// A user who cancels every file dialog; a test overrides the one it is about.
public class NoFiles implements FilePicker {
    @Override
    public Optional<Path> video() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> imageFolder() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> model() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> authorities() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> newPage(String name) {
        return Optional.empty();
    }
}
