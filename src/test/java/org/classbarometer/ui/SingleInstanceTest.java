package org.classbarometer.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.classbarometer.text.UserProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleInstanceTest {
    @TempDir Path folder = Path.of("");

    @Test
    void a_second_start_finds_the_place_taken() throws UserProblem {
        try (SingleInstance _ = SingleInstance.take(folder.resolve("data")).orElseThrow()) {
            assertThat(SingleInstance.take(folder.resolve("data"))).isEmpty();
        }
    }

    @Test
    void after_the_first_ended_it_starts_again() throws UserProblem {
        SingleInstance.take(folder).orElseThrow().close();
        try (SingleInstance again = SingleInstance.take(folder).orElseThrow()) {
            assertThat(again).isNotNull();
        }
    }

    @Test
    void a_data_folder_that_cannot_be_written_to_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> SingleInstance.take(file.resolve("data")))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining(file.toString());
    }
}
