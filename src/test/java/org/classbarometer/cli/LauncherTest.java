package org.classbarometer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The launcher, with a Java and a Maven that only say how they were called.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher there is classbarometer.cmd")
class LauncherTest {
    private static final String RUN = "java -jar";
    private static final String BUILD = "mvn package";

    @TempDir Path folder;
    private Path home;
    private Path jdk;
    private Path tools;

    private record Ended(int code, String output) {}

    @BeforeEach
    void installInAFolderWithSpaces() throws IOException {
        home = Files.createDirectories(folder.resolve("class room/the program"));
        Files.copy(Path.of("classbarometer"), home.resolve("classbarometer"));
        assertThat(home.resolve("classbarometer").toFile().setExecutable(true)).isTrue();
        Files.createDirectories(home.resolve("src/main/java"));
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        jdk = jdk("jdk 25", "25.0.3");
        tools = Files.createDirectories(folder.resolve("tools"));
        script(
                tools.resolve("mvn"),
                """
                echo "mvn package by $JAVA_HOME"
                echo called >>"%1$s/mvn-calls"
                [ ! -f "%1$s/fail" ] || { echo "[ERROR] simulated failure"; exit 1; }
                mkdir -p "%1$s/target/classes" && touch "%1$s/target/classbarometer.jar"
                """
                        .formatted(home));
    }

    private Path jdk(String name, String version) throws IOException {
        Path made = Files.createDirectories(folder.resolve(name));
        Files.createDirectories(made.resolve("bin"));
        Files.writeString(made.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        script(made.resolve("bin/javac"), "exit 0");
        script(
                made.resolve("bin/java"),
                """
                echo "java -jar"
                for argument in "$@"; do echo "[$argument]"; done
                exit 3
                """);
        return made;
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Ended start(Path launcher, String... arguments)
            throws IOException, InterruptedException {
        return start(Map.of("JAVA_HOME", jdk.toString()), launcher, arguments);
    }

    private Ended start(Map<String, String> environment, Path launcher, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.directory(folder.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", tools + ":/usr/bin:/bin");
        builder.environment().put("HOME", folder.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    private int builds() throws IOException {
        Path calls = home.resolve("mvn-calls");
        return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
    }

    @Test
    void the_first_start_builds_says_so_in_one_line_and_runs()
            throws IOException, InterruptedException {
        Ended first = start(home.resolve("classbarometer"), "watch", "two words", "*");

        assertThat(first.code()).isEqualTo(3);
        assertThat(first.output().lines().filter(line -> line.contains("building"))).hasSize(1);
        assertThat(first.output())
                .contains(RUN)
                .contains("[watch]\n[two words]\n[*]\n")
                .contains("[-Dclassbarometer.home=" + home.toRealPath() + "]")
                .contains("[@" + home.toRealPath() + "/target/classes/jvm.args]")
                .contains("[-XX:ErrorFile=/dev/null]")
                .doesNotContain(BUILD);
        assertThat(home.resolve("target/build.log")).content().contains(BUILD + " by " + jdk);
    }

    @Test
    void later_starts_do_not_build() throws IOException, InterruptedException {
        start(home.resolve("classbarometer"));
        Ended second = start(home.resolve("classbarometer"));

        assertThat(builds()).isEqualTo(1);
        assertThat(second.output()).startsWith(RUN);
    }

    @Test
    void a_changed_source_is_built_before_it_runs() throws IOException, InterruptedException {
        start(home.resolve("classbarometer"));
        Path source = Files.writeString(home.resolve("src/main/java/New.java"), "class New {}");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plus(Duration.ofSeconds(5))));
        start(home.resolve("classbarometer"));

        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void it_works_through_a_chain_of_links_from_another_folder()
            throws IOException, InterruptedException {
        Path near = Files.createSymbolicLink(home.resolve("near link"), Path.of("classbarometer"));
        Path far = Files.createSymbolicLink(folder.resolve("far link"), near);
        Ended run = start(Path.of("./" + folder.relativize(far)));

        assertThat(run.output()).contains("[-Dclassbarometer.home=" + home.toRealPath() + "]");
    }

    @Test
    void a_folder_that_was_deleted_under_the_terminal_is_said()
            throws IOException, InterruptedException {
        Path shell = folder.resolve("from a deleted folder");
        script(shell, "mkdir gone && cd gone && rmdir ../gone && exec \"$@\"");
        Ended run = start(shell, home.resolve("classbarometer").toString());

        assertThat(run.code()).isEqualTo(66);
        assertThat(run.output()).contains("deleted", "cd").doesNotContain(RUN);
        assertThat(builds()).isZero();
    }

    @Test
    void another_java_in_java_home_is_passed_over() throws IOException, InterruptedException {
        Path old = jdk("jdk 17", "17.0.15");
        String path = jdk.resolve("bin") + ":" + tools + ":/usr/bin:/bin";
        Ended run =
                start(
                        Map.of("JAVA_HOME", old.toString(), "PATH", path),
                        home.resolve("classbarometer"));

        assertThat(run.code()).isEqualTo(3);
        assertThat(home.resolve("target/build.log")).content().contains(BUILD + " by " + jdk);
    }

    @Test
    void a_failed_build_ends_with_its_errors_and_where_the_rest_is()
            throws IOException, InterruptedException {
        Files.createFile(home.resolve("fail"));
        Ended run = start(home.resolve("classbarometer"));

        assertThat(run.code()).isEqualTo(70);
        assertThat(run.output())
                .contains("[ERROR] simulated failure")
                .contains("target/build.log")
                .doesNotContain(RUN);
        assertThat(home.resolve("target/building")).doesNotExist();
    }

    @Test
    void a_lock_left_by_a_killed_build_is_taken_over() throws IOException, InterruptedException {
        Path lock = Files.createDirectories(home.resolve("target/building"));
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.writeString(lock.resolve("pid"), Long.toString(gone.pid()));

        assertThat(start(home.resolve("classbarometer")).code()).isEqualTo(3);
    }

    @Test
    void without_maven_it_says_what_to_install() throws IOException, InterruptedException {
        Files.delete(tools.resolve("mvn"));
        // Only what the launcher itself calls, so that no Maven of this machine is found.
        for (String tool :
                List.of(
                        "sh",
                        "dirname",
                        "readlink",
                        "grep",
                        "find",
                        "head",
                        "mkdir",
                        "cat",
                        "rm",
                        "uname",
                        "sleep",
                        "mv",
                        "env",
                        "pwd")) {
            Path real = Path.of("/usr/bin", tool);
            Files.createSymbolicLink(
                    tools.resolve(tool), Files.exists(real) ? real : Path.of("/bin", tool));
        }
        Ended run =
                start(
                        Map.of("JAVA_HOME", jdk.toString(), "PATH", tools.toString()),
                        home.resolve("classbarometer"));

        assertThat(run.code()).isEqualTo(69);
        assertThat(run.output()).contains("Maven").contains("apt-get install maven");
    }

    private void systemLibraries(int exitCode) throws IOException {
        Path script = Files.createDirectories(home.resolve("installer")).resolve("linux-libraries");
        Files.writeString(script, "echo libraries looked for; exit " + exitCode + "\n");
    }

    private Ended startWithDisplay(String... arguments) throws IOException, InterruptedException {
        Map<String, String> environment = Map.of("JAVA_HOME", jdk.toString(), "DISPLAY", ":9");
        return start(environment, home.resolve("classbarometer"), arguments);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_window_that_cannot_open_for_want_of_libraries_is_not_tried()
            throws IOException, InterruptedException {
        systemLibraries(2);
        Ended run = startWithDisplay();

        assertThat(run.code()).isEqualTo(69);
        assertThat(run.output()).contains("./classbarometer watch").doesNotContain(RUN);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void libraries_that_only_make_it_faster_do_not_stop_the_window()
            throws IOException, InterruptedException {
        systemLibraries(1);

        assertThat(startWithDisplay().output()).contains("libraries looked for", RUN);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void only_what_uses_the_screen_needs_its_libraries() throws IOException, InterruptedException {
        systemLibraries(2);

        assertThat(startWithDisplay("watch", "--source", "demo").code()).isEqualTo(3);
        assertThat(startWithDisplay("doctor").code()).isEqualTo(3);
        assertThat(startWithDisplay("sessions").code()).isEqualTo(3);
        assertThat(startWithDisplay("export", "--all", "--out", "x").code()).isEqualTo(3);
        assertThat(startWithDisplay("--help").code()).isEqualTo(3);
        assertThat(startWithDisplay("watch", "--source", "screen:0,0,9,9").code()).isEqualTo(69);
        assertThat(startWithDisplay("watch", "--source", "window:Class").code()).isEqualTo(69);
        assertThat(start(home.resolve("classbarometer")).code()).as("no display").isEqualTo(3);
    }

    @Test
    void the_camera_driver_may_hang_for_three_seconds_unless_told_otherwise()
            throws IOException, InterruptedException {
        String shown = "echo \"log $OPENCV_LOG_LEVEL, hang $OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT\"";
        script(jdk.resolve("bin/java"), shown);
        Map<String, String> own =
                Map.of(
                        "JAVA_HOME",
                        jdk.toString(),
                        "OPENCV_LOG_LEVEL",
                        "INFO",
                        "OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT",
                        "7");

        assertThat(start(home.resolve("classbarometer")).output()).contains("log ERROR, hang 3");
        assertThat(start(own, home.resolve("classbarometer")).output())
                .contains("log INFO, hang 7");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void names_in_any_script_are_read_in_the_C_locale_too()
            throws IOException, InterruptedException {
        script(jdk.resolve("bin/java"), "echo \"locale ${LC_ALL-none}\"");
        Map<String, String> java = Map.of("JAVA_HOME", jdk.toString());
        Map<String, String> own = new HashMap<>(java);
        own.put("LANG", "C.UTF-8");

        assertThat(start(java, home.resolve("classbarometer")).output()).contains("locale C.UTF-8");
        assertThat(start(own, home.resolve("classbarometer")).output()).contains("locale none");
    }

    @Test
    void the_native_libraries_are_taken_from_the_build() throws IOException, InterruptedException {
        assertThat(start(home.resolve("classbarometer")).output())
                .contains("[-Djava.library.path=" + home.toRealPath() + "/target/lib]");
    }

    @Test
    void the_scripts_are_plain_posix_shell() throws IOException, InterruptedException {
        for (String script : List.of("classbarometer", "installer/linux-libraries")) {
            Process check =
                    new ProcessBuilder("sh", "-n", script).redirectErrorStream(true).start();
            String output =
                    new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(check.waitFor()).as(output).isZero();
            assertThat(Files.readString(Path.of(script))).startsWith("#!/bin/sh\n");
        }
    }
}
