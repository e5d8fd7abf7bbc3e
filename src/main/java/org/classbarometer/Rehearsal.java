package org.classbarometer;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.classbarometer.ui.WindowRehearsal;

/// What people start most often, once, without a display: `installer/build` runs it with
/// `-XX:AOTCacheOutput`, so that the Java machine of a package finds these classes loaded and linked at
/// every start (docs/decisions/0033).
public final class Rehearsal {
    private static final Duration GLANCE = Duration.ofSeconds(15);

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
        WindowRehearsal.prepare(GLANCE);
        System.exit(Math.max(worst, Main.run("--source", "demo")));
    }
}
