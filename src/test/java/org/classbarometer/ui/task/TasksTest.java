package org.classbarometer.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.classbarometer.text.UserProblem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TasksTest {
    private final ArrayDeque<Runnable> background = new ArrayDeque<>();
    private final ArrayDeque<Runnable> screen = new ArrayDeque<>();
    private final List<String> said = new ArrayList<>();
    private final Tasks tasks = new Tasks(background::add, screen::add, "review.unexpected");
    private final Locale before = Locale.getDefault();

    @BeforeEach
    void speakEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    private void send(Tasks.Task<String> task) {
        tasks.run(task, result -> said.add("done " + result), said::add);
    }

    private static void runAll(ArrayDeque<Runnable> waiting) {
        while (!waiting.isEmpty()) {
            waiting.poll().run();
        }
    }

    @Test
    void a_result_comes_back_on_the_screen_s_thread() {
        send(() -> "it");
        runAll(background);
        assertThat(said).isEmpty();

        runAll(screen);
        assertThat(said).containsExactly("done it");
    }

    @Test
    void what_fails_is_told_in_its_own_words() {
        send(() -> {
            throw new UserProblem("The disk is full.");
        });
        runAll(background);
        runAll(screen);

        assertThat(said).containsExactly("The disk is full.");
    }

    @Test
    void what_breaks_is_told_as_unexpected_and_the_next_still_runs() {
        send(() -> {
            throw new IllegalStateException("broken");
        });
        send(() -> "next");
        runAll(background);
        runAll(screen);

        assertThat(said).hasSize(2);
        assertThat(said.getFirst()).startsWith("Something unexpected").contains("broken");
        assertThat(said.getLast()).isEqualTo("done next");
    }

    @Test
    void it_is_busy_until_the_last_answer_is_back() {
        send(() -> "one");
        send(() -> "two");
        assertThat(tasks.busy().get()).isTrue();
        runAll(background);
        screen.remove().run();
        assertThat(tasks.busy().get()).isTrue();
        screen.remove().run();
        assertThat(tasks.busy().get()).isFalse();
    }
}
