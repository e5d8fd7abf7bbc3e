package org.classbarometer.frame;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// An X server without a screen, on a display of its own choice: 640 by 480. Linux only.
public final class VirtualScreen implements AutoCloseable {
    private final Process server;
    private final String display;

    private VirtualScreen(Process server, String display) {
        this.server = server;
        this.display = display;
    }

    /// Starts one of 640 by 480 pixels; skips the test where there is no Xvfb.
    public static VirtualScreen start() throws IOException {
        return start(640, 480);
    }

    /// Starts one of a size in pixels; skips the test where there is no Xvfb.
    public static VirtualScreen start(int width, int height) throws IOException {
        Process server;
        try {
            server =
                    new ProcessBuilder(
                                    "Xvfb",
                                    "-displayfd",
                                    "1",
                                    "-screen",
                                    "0",
                                    "%dx%dx24".formatted(width, height),
                                    "-nolisten",
                                    "tcp")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
        } catch (IOException _) {
            assumeThat(false).as("no Xvfb to show a screen on").isTrue();
            throw new AssertionError();
        }
        String number =
                new BufferedReader(
                                new InputStreamReader(
                                        server.getInputStream(), StandardCharsets.US_ASCII))
                        .readLine();
        assumeThat(number).as("Xvfb did not start").isNotNull();
        return new VirtualScreen(server, ":" + number);
    }

    /// What a process needs around it to be shown there.
    public Map<String, String> environment() {
        return Map.of("DISPLAY", display, "XDG_SESSION_TYPE", "x11");
    }

    @Override
    public void close() {
        server.destroy();
    }
}
