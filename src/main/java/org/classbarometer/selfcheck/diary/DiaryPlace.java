package org.classbarometer.selfcheck.diary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.classbarometer.output.Failure;
import org.classbarometer.output.Growing;
import org.classbarometer.text.Text;

/// Which folder the diary is in: the user's data folder, or one that the person chose, for instance on
/// a stick of their own. Called on one thread at a time.
///
/// @param userData the user's data folder
public record DiaryPlace(Path userData, InstantSource clock) {
    /// In the user's data folder; holds the chosen folder's path and nothing else.
    public static final String FILE = "selfcheck-folder.txt";

    /// The folder in use; the user's data folder while it cannot be told which one was chosen.
    public Path folder() {
        try {
            return chosen();
        } catch (DiaryException _) {
            return userData;
        }
    }

    private Path chosen() throws DiaryException {
        Path pointer = userData.resolve(FILE);
        if (Files.notExists(pointer)) {
            return userData;
        }
        try {
            Path folder = Path.of(Files.readString(pointer).strip());
            if (folder.isAbsolute()) {
                return folder;
            }
            throw new DiaryException(
                    Text.of("selfcheck.folder.unreadable", pointer.toString(), folder.toString()));
        } catch (IOException | IllegalArgumentException failed) {
            throw new DiaryException(
                    Text.of("selfcheck.folder.unreadable", pointer.toString(), failed.toString()),
                    failed);
        }
    }

    /// Opens the diary there; makes nothing.
    ///
    /// @throws DiaryException when it cannot be told which folder was chosen, when it is not there, or
    ///     when a diary in it cannot be used
    public Diary open() throws DiaryException {
        Path folder = chosen();
        // A stick that was pulled out must not be mistaken for an empty diary.
        if (!folder.equals(userData) && !Files.isDirectory(folder)) {
            throw new DiaryException(Text.of("selfcheck.folder.gone", folder.toString()));
        }
        return Diary.open(folder, clock);
    }

    /// Uses another folder from now on. A diary in the folder before stays there.
    public void move(Path folder) throws DiaryException {
        Path pointer = userData.resolve(FILE);
        try {
            if (folder.toAbsolutePath().equals(userData.toAbsolutePath())) {
                Files.deleteIfExists(pointer);
            } else {
                Files.createDirectories(userData);
                Growing.write(pointer, folder.toAbsolutePath() + "\n");
            }
        } catch (IOException failed) {
            throw new DiaryException(
                    Text.of("selfcheck.folder.failed", pointer.toString(), Failure.reason(failed)),
                    failed);
        }
    }
}
