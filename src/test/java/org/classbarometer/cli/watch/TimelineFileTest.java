package org.classbarometer.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.classbarometer.cli.common.CommandProblem;
import org.classbarometer.cli.common.ExitCode;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.mood.Bucket;
import org.classbarometer.mood.BucketMood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TimelineFileTest {
    @TempDir Path folder;

    private Path target() {
        return folder.resolve("mood.csv");
    }

    private static void write(TimelineFile file, int index) throws CommandProblem {
        BucketMood mood = new BucketMood(12, 0, new int[] {9, 3});
        file.add(
                Instant.EPOCH.plus(CsvOutput.BUCKET.multipliedBy(index)),
                new Bucket(index, Optional.of(mood)));
    }

    @Test
    void the_old_file_is_whole_until_the_new_one_is_finished() throws Exception {
        Files.writeString(target(), "older");
        try (TimelineFile file = TimelineFile.create(target(), LabelSet.TWO, true)) {
            write(file, 0);
            assertThat(target()).hasContent("older");
            file.finish();
        }

        assertThat(Files.readString(target()))
                .isEqualTo(
                        """
                        time,seconds,people,uncertain,positive,negative,suppressed\r
                        1970-01-01T00:00:00Z,0,12,0,0.75,0.25,no\r
                        """);
        assertThat(filesLeft()).isEqualTo(1);
    }

    @Test
    void numbers_are_written_the_same_in_every_language() throws Exception {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try (TimelineFile file = TimelineFile.create(target(), LabelSet.TWO, true)) {
            write(file, 1);
            file.finish();
        } finally {
            Locale.setDefault(before);
        }

        assertThat(Files.readString(target())).contains(",5,12,0,0.75,0.25,no");
    }

    @Test
    void an_unfinished_file_leaves_nothing_behind() throws Exception {
        try (TimelineFile file = TimelineFile.create(target(), LabelSet.TWO, true)) {
            write(file, 0);
        }
        assertThat(filesLeft()).isZero();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "making links there needs a privilege")
    void a_link_stays_a_link_to_the_file_that_is_written() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere")).resolve("real.csv");
        Files.writeString(elsewhere, "older");
        Files.createSymbolicLink(target(), elsewhere);
        try (TimelineFile file = TimelineFile.create(target(), LabelSet.TWO, true)) {
            file.finish();
        }

        assertThat(target()).isSymbolicLink();
        assertThat(Files.readString(elsewhere)).startsWith("time,");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no such device")
    void a_device_is_never_replaced() {
        assertThatThrownBy(() -> TimelineFile.create(Path.of("/dev/null"), LabelSet.TWO, true))
                .isInstanceOfSatisfying(
                        CommandProblem.class,
                        problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.OUTPUT));
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    /// A child process whose files may not grow beyond a block meets what a full disk brings: a
    /// write that fails half way.
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no limit on file sizes")
    void when_the_disk_takes_no_more_the_old_file_stays_and_the_way_out_is_told()
            throws IOException, InterruptedException {
        Files.writeString(target(), "older");
        Process child =
                new ProcessBuilder(
                                "sh",
                                "-c",
                                "ulimit -f 1; exec \"$0\" -XX:-UsePerfData -cp \"$1\" \"$2\" \"$3\"",
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                System.getProperty("java.class.path"),
                                FullDisk.class.getName(),
                                target().toString())
                        .redirectErrorStream(true)
                        .start();
        String told = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(child.waitFor()).as(told).isEqualTo(ExitCode.OUTPUT);
        assertThat(told).contains(target() + " cannot be written").contains("unchanged");
        assertThat(target()).hasContent("older");
        assertThat(filesLeft()).isEqualTo(1);
    }

    /// Writes more rows than the child process may.
    static final class FullDisk {
        private FullDisk() {}

        public static void main(String[] arguments) {
            Locale.setDefault(Locale.ENGLISH);
            int code = ExitCode.OK;
            try (TimelineFile file =
                    TimelineFile.create(Path.of(arguments[0]), LabelSet.TWO, true)) {
                for (int i = 0; i < 100; i++) {
                    write(file, i);
                }
                file.finish();
            } catch (CommandProblem full) {
                System.out.println(full.getMessage());
                code = full.exitCode();
            }
            System.exit(code);
        }
    }

    private long filesLeft() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    @Test
    void what_is_no_timeline_is_replaced_only_when_asked() throws Exception {
        Files.writeString(target(), "time table of class 7b");

        assertThatThrownBy(() -> TimelineFile.create(target(), LabelSet.TWO, false))
                .isInstanceOf(CommandProblem.class)
                .hasMessageContaining("is no timeline of this program")
                .hasMessageContaining("--replace");
        assertThat(target()).hasContent("time table of class 7b");

        try (TimelineFile file = TimelineFile.create(target(), LabelSet.TWO, true)) {
            file.finish();
        }
        try (TimelineFile file = TimelineFile.create(target(), LabelSet.FOUR, false)) {
            file.finish();
        }
        assertThat(Files.readString(target())).startsWith("time,seconds,people,uncertain,neutral");
    }
}
