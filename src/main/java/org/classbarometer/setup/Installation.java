package org.classbarometer.setup;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.classbarometer.text.Text;
import org.classbarometer.text.UserProblem;

/// Where the program's own files and the user's files are.
///
/// @param home folder with `models/` and `cascades/`
/// @param userData folder for settings, log and database; made when first written to
public record Installation(Path home, Path userData) {
    /// Set by the launcher: the folder with `models/` and `cascades/`.
    public static final String HOME_PROPERTY = "classbarometer.home";

    /// Overrides the user's data folder, for tests and for portable use.
    public static final String DATA_PROPERTY = "classbarometer.data";

    /// Finds both folders from the system properties and the platform's conventions.
    ///
    /// @throws UserProblem when the user has no home folder and no other folder is named, and when the
    ///     name of a folder cannot be read
    public static Installation find() throws UserProblem {
        try {
            Path home =
                    Optional.ofNullable(System.getProperty(HOME_PROPERTY))
                            .map(Path::of)
                            .orElse(Path.of("").toAbsolutePath());
            String named = System.getProperty(DATA_PROPERTY);
            return new Installation(
                    home,
                    named != null
                            ? Path.of(named)
                            : dataFolder(
                                    System.getProperty("os.name", ""),
                                    Path.of(System.getProperty("user.home", "")),
                                    System.getenv()));
        } catch (InvalidPathException unreadable) {
            throw new UserProblem(
                    Text.of(
                            "cli.argument.unreadable",
                            unreadable.getInput(),
                            System.getProperty("sun.jnu.encoding", "")),
                    unreadable);
        }
    }

    /// XDG base directories on Linux, `Library/Application Support` on macOS, `%APPDATA%` on Windows.
    static Path dataFolder(String system, Path userHome, Map<String, String> environment)
            throws UserProblem {
        String os = system.toLowerCase(Locale.ROOT);
        Path folder;
        if (os.contains("mac")) {
            folder = userHome.resolve("Library/Application Support/ClassBarometer");
        } else if (os.contains("win")) {
            String appData = environment.get("APPDATA");
            folder =
                    (appData == null ? userHome.resolve("AppData/Roaming") : Path.of(appData))
                            .resolve("ClassBarometer");
        } else {
            String xdg = environment.get("XDG_DATA_HOME");
            // The XDG specification says that a relative path there is to be ignored.
            folder =
                    (xdg == null || !Path.of(xdg).isAbsolute()
                                    ? userHome.resolve(".local/share")
                                    : Path.of(xdg))
                            .resolve("classbarometer");
        }
        // Java calls the home of a user without one "?": sessions must not land where one happens
        // to stand.
        if (!folder.isAbsolute()) {
            throw new UserProblem(Text.of("setup.homeless"));
        }
        return folder;
    }

    public Path models() {
        return home.resolve("models");
    }

    public Path cascades() {
        return home.resolve("cascades");
    }

    /// `models/expression.onnx`, or the baseline where that is not there.
    public Path defaultModel() {
        Path own = models().resolve("expression.onnx");
        return Files.exists(own) ? own : models().resolve("expression-baseline.onnx");
    }

    /// The learned face finder.
    public Path faceModel() {
        return models().resolve("face.onnx");
    }

    /// What looks once more at what the learned finder found.
    public Path faceCheck() {
        return models().resolve("face-check.onnx");
    }

    /// `both`; Haar alone in a copy of the program that has no learned finder.
    public FinderChoice defaultFinder() {
        return finders().getFirst();
    }

    /// The finders there are in this copy of the program, the usual one first.
    public List<FinderChoice> finders() {
        return Files.exists(faceModel())
                ? List.of(FinderChoice.BOTH, FinderChoice.HAAR, FinderChoice.LEARNED)
                : List.of(FinderChoice.HAAR);
    }

    public Path settingsFile() {
        return userData.resolve("settings.json");
    }

    /// The teacher's sessions, kept by `store`.
    public Path databaseFile() {
        return userData.resolve("sessions.db");
    }
}
