package org.classbarometer.ui.source;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.classbarometer.text.Text;
import org.jspecify.annotations.Nullable;

/// The system's file dialogs over a window.
///
/// @param models folder the model dialog opens in
public record SystemFilePicker(Window window, Path models) implements FilePicker {
    @Override
    public Optional<Path> video() {
        return path(videoChooser().showOpenDialog(window));
    }

    @Override
    public List<Path> videos() {
        List<File> files = videoChooser().showOpenMultipleDialog(window);
        return files == null ? List.of() : files.stream().map(File::toPath).toList();
    }

    private static FileChooser videoChooser() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Text.of("ui.source.file.title"));
        chooser.getExtensionFilters()
                .addAll(
                        new ExtensionFilter(
                                Text.of("ui.source.file.videos"),
                                List.of("*.mp4", "*.webm", "*.avi", "*.mkv", "*.mov", "*.m4v")),
                        new ExtensionFilter(Text.of("ui.source.file.all"), "*.*"));
        return chooser;
    }

    @Override
    public Optional<Path> imageFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Text.of("ui.source.folder.title"));
        return path(chooser.showDialog(window));
    }

    @Override
    public Optional<Path> model() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Text.of("ui.settings.model.title"));
        File folder = models.toFile();
        if (folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        chooser.getExtensionFilters()
                .add(new ExtensionFilter(Text.of("ui.settings.model.files"), "*.onnx"));
        return path(chooser.showOpenDialog(window));
    }

    @Override
    public Optional<Path> authorities() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Text.of("ui.settings.authorities.choose"));
        chooser.getExtensionFilters()
                .addAll(
                        new ExtensionFilter(
                                Text.of("ui.settings.authorities.files"),
                                List.of("*.pem", "*.crt", "*.cer", "*.der")),
                        new ExtensionFilter(Text.of("ui.source.file.all"), "*.*"));
        return path(chooser.showOpenDialog(window));
    }

    @Override
    public Optional<Path> newPage(String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Text.of("consent.statement.save.title"));
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters()
                .add(new ExtensionFilter(Text.of("consent.statement.save.files"), "*.html"));
        return path(chooser.showSaveDialog(window));
    }

    private static Optional<Path> path(@Nullable File file) {
        return Optional.ofNullable(file).map(File::toPath);
    }
}
