package org.classbarometer.ui;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.classbarometer.text.Text;
import org.classbarometer.text.UserProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleInstanceTest {
    @TempDir Path folder = Path.of("");

    @Test
    void a_second_start_is_told_that_the_program_runs() throws UserProblem {
        try (SingleInstance _ = SingleInstance.take(folder.resolve("data"))) {
            assertThatThrownBy(() -> SingleInstance.take(folder.resolve("data")))
                    .isInstanceOf(UserProblem.class)
                    .hasMessage(Text.of("ui.start.running"));
        }
    }

    @Test
    void after_the_first_ended_it_starts_again() throws UserProblem {
        SingleInstance.take(folder).close();
        assertThatCode(() -> SingleInstance.take(folder).close()).doesNotThrowAnyException();
    }

    @Test
    void a_data_folder_that_cannot_be_written_to_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> SingleInstance.take(file.resolve("data")))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining(file.toString());
    }
}
