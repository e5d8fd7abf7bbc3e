package org.classbarometer.ui.settings;

import java.nio.file.Path;
import java.util.Optional;
import org.classbarometer.text.Text;
import org.classbarometer.ui.feed.ModelInUse;

/// What is said of a model.
///
/// @param notice why it does not run where it was asked to
public record ModelText(
        Path file, String version, String licence, String provider, Optional<String> notice) {
    /// @return empty while no model is in use
    public static Optional<ModelText> of(Optional<ModelInUse> model) {
        return model.map(now ->
                new ModelText(
                        now.file(),
                        now.metadata().version(),
                        now.metadata().licence(),
                        now.provider(),
                        now.notice()));
    }

    /// Its file, version and licence, and where it runs.
    public String words() {
        return Text.of(
                "ui.settings.model.inuse",
                String.valueOf(file.getFileName()),
                version,
                provider,
                licence);
    }
}
