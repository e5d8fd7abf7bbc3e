package org.classbarometer;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import javafx.application.Platform;
import org.classbarometer.ui.Ui;

/// What people start most often, once, without a display: `installer/build` runs it with
/// `-XX:AOTCacheOutput`, so that the Java machine of a package finds these classes loaded and linked at
/// every start (docs/decisions/0033).
public final class Rehearsal {
    private static final Duration GLANCE = Duration.ofSeconds(15);

    /// Of JavaFX, where a display is there: its windows and its painting by the graphics card.
    private static final Pattern ON_A_DISPLAY =
            Pattern.compile("com/sun/(glass/ui/(gtk|win|mac)|prism/(es2|d3d|mtl))/[^/]+\\.class");

    private Rehearsal() {}

    /// Needs `-Dglass.platform=Headless`, and a `classbarometer.data` of its own.
    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        List<String[]> commands =
                List.of(
                        new String[] {"--version"},
                        new String[] {"--help"},
                        new String[] {"sessions"},
                        new String[] {"watch", "--source", "demo", "--for", "1s"});
        int worst = 0;
        for (String[] command : commands) {
            worst = Math.max(worst, Main.run(command));
        }
        loadWhatNeedsADisplay();
        Ui.closeAfter(GLANCE);
        System.exit(Math.max(worst, Main.run("--source", "demo")));
    }

    // Not run here, only loaded.
    private static void loadWhatNeedsADisplay() throws IOException, ReflectiveOperationException {
        Class<?> one = Platform.class;
        try (JarFile javafx =
                new JarFile(
                        Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI())
                                .toFile())) {
            for (JarEntry entry : Collections.list(javafx.entries())) {
                String name = entry.getName();
                if (ON_A_DISPLAY.matcher(name).matches()) {
                    Class.forName(
                            name.replace('/', '.').replaceFirst("\\.class$", ""),
                            false,
                            one.getClassLoader());
                }
            }
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
