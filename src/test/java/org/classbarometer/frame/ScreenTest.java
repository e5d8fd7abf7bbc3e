package org.classbarometer.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ScreenTest {
    /// An X server without a screen, on a display of its own choice.
    private static Process virtualScreen() {
        try {
            return new ProcessBuilder(
                            "Xvfb",
                            "-displayfd",
                            "1",
                            "-screen",
                            "0",
                            "640x480x24",
                            "-nolisten",
                            "tcp")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException _) {
            assumeThat(false).as("no Xvfb to show a screen on").isTrue();
            throw new AssertionError();
        }
    }

    private static String display(Process screen) throws IOException {
        BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(screen.getInputStream(), StandardCharsets.US_ASCII));
        String number = out.readLine();
        assumeThat(number).as("Xvfb did not start").isNotNull();
        return ":" + number;
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_region_of_the_screen_plays_ten_times_a_second() throws Exception {
        Process screen = virtualScreen();
        try {
            Map<String, String> environment =
                    Map.of("DISPLAY", display(screen), "XDG_SESSION_TYPE", "x11");
            try (ChildJvm child =
                    new ChildJvm(PaintMain.class, List.of("screen:100,50,320,240"), environment)) {
                int line =
                        child.await(
                                "Playing[name=Screen, 320 by 240, width=320, height=240,"
                                        + " framesPerSecond=10.0]",
                                0);
                child.await("320x240, colour 30 120 210", line);
                child.enter();
                child.await("stopped", line);
            }
            try (ChildJvm child =
                    new ChildJvm(WatchMain.class, List.of("screen:600,400,320,240"), environment)) {
                child.await("screen:600,400,320,240 reaches over the edge of the screen", 0);
                child.enter();
            }
            try (ChildJvm child = new ChildJvm(WatchMain.class, List.of("screen"), environment)) {
                child.await("width=640, height=480", 0);
                child.enter();
                assertThat(child.exitCode()).as("nothing keeps the program alive").isZero();
            }
        } finally {
            screen.destroy();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void without_a_screen_it_fails_with_a_way_out() throws Exception {
        try (ChildJvm child =
                new ChildJvm(
                        WatchMain.class,
                        List.of("screen"),
                        Map.of("DISPLAY", "", "JAVA_TOOL_OPTIONS", "-Djava.awt.headless=true"))) {
            child.await("There is no screen here to look at. Choose another source", 0);
            child.enter();
        }
    }

    @Test
    void a_wayland_desktop_is_recognised() {
        assertThat(ScreenSource.onWayland(Map.of("WAYLAND_DISPLAY", "wayland-0"))).isTrue();
        assertThat(ScreenSource.onWayland(Map.of("XDG_SESSION_TYPE", "wayland"))).isTrue();
        assertThat(ScreenSource.onWayland(Map.of("XDG_SESSION_TYPE", "x11"))).isFalse();
        assertThat(ScreenSource.onWayland(Map.of())).isFalse();
    }
}
