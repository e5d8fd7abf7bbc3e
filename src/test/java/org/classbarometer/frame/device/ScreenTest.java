package org.classbarometer.frame.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.classbarometer.frame.ChildJvm;
import org.classbarometer.frame.PaintMain;
import org.classbarometer.frame.VirtualScreen;
import org.classbarometer.frame.WatchMain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ScreenTest {
    @Test
    @EnabledOnOs(OS.LINUX)
    void a_region_of_the_screen_plays_ten_times_a_second() throws Exception {
        try (VirtualScreen screen = VirtualScreen.start()) {
            Map<String, String> environment = screen.environment();
            try (ChildJvm child =
                    new ChildJvm(PaintMain.class, List.of("screen:100,50,320,240"), environment)) {
                int line =
                        child.await(
                                "Playing[name=Screen, 320 by 240, width=320, height=240,"
                                        + " framesPerSecond=10.0,",
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
