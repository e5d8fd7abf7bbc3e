package org.classbarometer.frame.device;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Asks a program of the operating system for text.
final class SystemCommand {
    private static final long PATIENCE_SECONDS = 10;

    private SystemCommand() {}

    /// @return what it printed; empty when it is not there, failed or took longer than ten seconds
    static String output(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            process.getOutputStream().close();
            Thread guard =
                    Thread.ofVirtual()
                            .start(() -> {
                                if (!ended(process)) {
                                    process.destroyForcibly();
                                }
                            });
            try (InputStream out = process.getInputStream()) {
                String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
                guard.join();
                return process.waitFor() == 0 ? text : "";
            }
        } catch (IOException _) {
            return "";
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static boolean ended(Process process) {
        try {
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            return false;
        }
    }
}
