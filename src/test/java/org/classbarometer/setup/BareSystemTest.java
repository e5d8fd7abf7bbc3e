package org.classbarometer.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classbarometer.Main;
import org.classbarometer.cli.common.ExitCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The whole program as a process, with the native libraries where the build put them, on systems that
/// lack what others take for granted.
@EnabledOnOs(value = OS.LINUX, disabledReason = "it starts through a POSIX shell")
class BareSystemTest {
    private static final Path NATIVES = Path.of("target/lib").toAbsolutePath();
    private static final String UMLAUTS = "$(printf 'Gr\\303\\274n')";

    @TempDir Path folder;
    private Path temporary;

    private record Ended(int code, String output) {}

    @BeforeEach
    void nativeLibrariesAreUnpacked() throws IOException {
        Assumptions.assumeTrue(
                Files.exists(NATIVES.resolve(System.mapLibraryName("sqlitejdbc"))),
                "needs the native libraries: mvn process-resources");
        temporary = Files.createDirectory(folder.resolve("tmp"));
    }

    /// @param settings shell words before the command
    /// @param arguments shell words
    private Process begin(String settings, List<String> flags, String arguments)
            throws IOException {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Djava.library.path=" + NATIVES,
                                "-Dclassbarometer.home=" + Path.of("").toAbsolutePath(),
                                "-Duser.language=en"));
        words.addAll(flags);
        words.addAll(List.of("-cp", classPath(), Main.class.getName()));
        String quoted = "'" + String.join("' '", words) + "'";
        return new ProcessBuilder("sh", "-c", settings + " exec " + quoted + " " + arguments)
                .directory(Files.createDirectories(folder.resolve("here")).toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("told.txt").toFile())
                .start();
    }

    // It starts in another folder than the tests.
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Ended run(String settings, List<String> flags, String arguments)
            throws IOException, InterruptedException {
        Process process = begin(settings, flags, arguments);
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        process.destroyForcibly();
        String output = Files.readString(folder.resolve("told.txt"));
        assertThat(ended).as(output).isTrue();
        return new Ended(process.exitValue(), output);
    }

    private String data() {
        return "-Dclassbarometer.data=" + folder.resolve("data");
    }

    private List<Path> left(Path in) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            return files.toList();
        }
    }

    private static String demo(String length) {
        return "watch --source demo --for "
                + length
                + " --record --class 7b --opted-in 12 --place CH --purpose class";
    }

    @Test
    void it_watches_and_records_where_there_is_no_folder_for_temporary_files() throws Exception {
        Ended run =
                run("", List.of(data(), "-Djava.io.tmpdir=" + folder.resolve("none")), demo("6s"));

        assertThat(run.code()).as(run.output()).isZero();
        assertThat(run.output()).contains("Mood of the room").doesNotContain("Exception");
    }

    @Test
    void a_run_that_is_killed_leaves_nothing_in_the_folder_for_temporary_files() throws Exception {
        List<String> flags =
                List.of(
                        data(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-Duser.home=" + folder.resolve("home"));
        Process process = begin("", flags, demo("1h") + " --pace source");
        Path log = folder.resolve("data/sessions.db-wal");
        for (int i = 0;
                process.isAlive() && i < 1200 && !(Files.exists(log) && Files.size(log) > 0);
                i++) {
            Thread.sleep(100);
        }
        // OpenCV, FFmpeg, ONNX Runtime and SQLite are at work when the first row is written.
        process.destroyForcibly().waitFor();

        assertThat(log).as(Files.readString(folder.resolve("told.txt"))).isNotEmptyFile();
        assertThat(left(temporary)).isEmpty();
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void without_a_home_folder_it_asks_for_one_and_stores_nothing_where_it_stands()
            throws Exception {
        Ended run = run("unset XDG_DATA_HOME;", List.of("-Duser.home=?"), demo("6s"));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.output()).contains("no home folder").contains("XDG_DATA_HOME=");
        assertThat(left(folder.resolve("here"))).isEmpty();
    }

    @Test
    void a_name_that_cannot_be_read_is_refused_and_not_stored() throws Exception {
        Ended run =
                run(
                        "unset LANG; export LC_ALL=C;",
                        List.of(data()),
                        demo("6s").replace("7b", UMLAUTS));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.output()).contains("LC_ALL=C.UTF-8");
        assertThat(folder.resolve("data/sessions.db")).doesNotExist();
    }

    @Test
    void a_data_folder_that_cannot_be_read_in_this_locale_is_told() throws Exception {
        Ended run = run("LC_ALL=C XDG_DATA_HOME=/tmp/" + UMLAUTS, List.of(), "sessions");

        assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(run.output()).contains("LC_ALL=C.UTF-8").doesNotContain("Exception");
    }

    @Test
    void what_a_full_disk_does_not_take_of_the_output_is_told() throws Exception {
        Ended run = run("", List.of(data()), "sessions > /dev/full");

        assertThat(run.code()).isEqualTo(ExitCode.OUTPUT);
        assertThat(run.output()).contains("standard output is full or closed");
    }
}
