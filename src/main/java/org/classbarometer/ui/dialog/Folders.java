package org.classbarometer.ui.dialog;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.classbarometer.text.Text;
import org.classbarometer.text.UserProblem;

/// The user's own folders: where a dialog that saves something begins, and how one is opened.
public final class Folders {
    // As xdg-user-dirs writes it.
    private static final Pattern DOCUMENTS =
            Pattern.compile("^XDG_DOCUMENTS_DIR=\"(.*)\"$", Pattern.MULTILINE);
    private static final long PATIENCE_SECONDS = 5;

    private Folders() {}

    /// The user's documents, by the system's own name for them; else their home. Never the folder the
    /// program happens to run in.
    public static File documents() {
        Path home = Path.of(System.getProperty("user.home", "."));
        return named(home)
                .filter(Files::isDirectory)
                .or(() -> Optional.of(home.resolve("Documents")).filter(Files::isDirectory))
                .orElse(home)
                .toFile();
    }

    private static Optional<Path> named(Path home) {
        try {
            Matcher line =
                    DOCUMENTS.matcher(Files.readString(home.resolve(".config/user-dirs.dirs")));
            return line.find()
                    ? Optional.of(Path.of(line.group(1).replace("$HOME", home.toString())))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Shows a folder in the system's file manager. Blocks for a moment.
    ///
    /// @return the folder
    /// @throws UserProblem when there is none to show it
    public static Path open(Path folder) throws UserProblem {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String opener = "xdg-open";
        if (system.contains("win")) {
            opener = "explorer";
        } else if (system.contains("mac")) {
            opener = "open";
        }
        try {
            Process process =
                    new ProcessBuilder(List.of(opener, folder.toAbsolutePath().toString()))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            // Explorer's exit status says nothing; a file manager that stays open has begun well.
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    && process.exitValue() != 0
                    && !opener.equals("explorer")) {
                throw new UserProblem(Text.of("review.export.unopened", folder.toString()));
            }
            return folder;
        } catch (IOException none) {
            throw new UserProblem(Text.of("review.export.unopened", folder.toString()), none);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return folder;
        }
    }
}
