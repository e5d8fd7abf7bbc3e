package org.classbarometer.frame.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.classbarometer.frame.ChildJvm;
import org.classbarometer.frame.VirtualScreen;
import org.classbarometer.frame.WatchMain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class OpenWindowsTest {
    private static final String LESSON = "Playing[name=7b – Übung, ";

    private static ChildJvm watch(String title, Map<String, String> environment) throws Exception {
        return new ChildJvm(WatchMain.class, List.of("window:" + title), environment);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_window_plays_wherever_it_is_moved_and_is_waited_for_when_it_goes() throws Exception {
        try (VirtualScreen screen = VirtualScreen.start();
                ChildJvm desktop =
                        new ChildJvm(WindowMain.class, List.of(), screen.environment())) {
            desktop.await("open", 0);
            try (ChildJvm child = watch("7B", screen.environment())) {
                int line = child.await(LESSON + "width=320, height=240, framesPerSecond=10.0,", 0);
                line = child.await("320x240, colour 30 120 210", line);
                desktop.enter();
                line = child.await("300x200, colour 30 120 210", line);
                desktop.enter();
                line = child.await("Nothing of the window “7b – Übung” can be seen", line);
                desktop.enter();
                line = child.await("300x200, colour 30 120 210", line);
                desktop.enter();
                line = child.await("The window “7b – Übung” was closed", line);
                desktop.enter();
                line = child.await("160x120, colour 30 120 210", line);
                child.enter();
                child.await("stopped", line);
                assertThat(child.exitCode()).as("nothing keeps the program alive").isZero();
                assertThat(child.lines()).noneMatch(said -> said.contains("Anna"));
            }
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_window_that_is_not_there_or_not_the_only_one_is_told_with_a_way_out() throws Exception {
        try (VirtualScreen screen = VirtualScreen.start();
                ChildJvm desktop =
                        new ChildJvm(WindowMain.class, List.of(), screen.environment())) {
            desktop.await("open", 0);
            try (ChildJvm child = watch("Chemie", screen.environment())) {
                child.await("No open window is called “Chemie”. Open it", 0);
                child.enter();
            }
            try (ChildJvm child = watch("n", screen.environment())) {
                int line = child.await("Several windows are called like “n”: ", 0);
                assertThat(child.lines().get(line - 1)).contains("7b – Übung", "Mail von Anna");
                child.enter();
            }
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void where_no_window_can_be_looked_at_it_fails_with_a_way_out() throws Exception {
        try (ChildJvm child = watch("7b", Map.of("DISPLAY", ":4711", "XDG_SESSION_TYPE", "x11"))) {
            child.await("There is no screen here to look at. Choose another source", 0);
            child.enter();
        }
        try (ChildJvm child = watch("7b", Map.of("WAYLAND_DISPLAY", "wayland-0"))) {
            child.await(
                    "(Wayland) no program may look at another one's windows. Watch the screen", 0);
            child.enter();
        }
    }

    @Test
    @DisabledOnOs(OS.LINUX)
    void on_other_systems_it_says_what_can_be_done_instead() throws Exception {
        try (ChildJvm child = watch("7b", Map.of())) {
            child.await("on Linux only. Watch the region of the screen", 0);
            child.enter();
        }
    }
}
