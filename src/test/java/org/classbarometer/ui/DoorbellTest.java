package org.classbarometer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoorbellTest {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @TempDir Path folder = Path.of("");

    @Test
    void the_open_window_hears_what_a_second_start_shall_play() {
        try (Doorbell _ = Doorbell.listen(folder, heard::add)) {
            assertThat(Doorbell.ring(folder, "/videos/Straße 7b.mp4")).isTrue();
            assertThat(Doorbell.ring(folder, "")).isTrue();
        }
        assertThat(heard).containsExactly("/videos/Straße 7b.mp4", "");
    }

    @Test
    void where_no_window_is_open_nobody_hears() {
        Doorbell.listen(folder, heard::add).close();

        assertThat(Doorbell.ring(folder, "demo")).isFalse();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_socket_that_a_killed_program_left_is_no_obstacle() throws IOException {
        Files.writeString(folder.resolve("running.socket"), "");
        try (Doorbell _ = Doorbell.listen(folder, heard::add)) {
            assertThat(Doorbell.ring(folder, "demo")).isTrue();
        }
    }

    @Test
    void a_folder_whose_name_is_too_long_for_a_socket_leaves_the_window_deaf() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("a".repeat(120)));
        try (Doorbell _ = Doorbell.listen(deep, heard::add)) {
            assertThat(Doorbell.ring(deep, "demo")).isFalse();
        }
    }
}
