package org.classbarometer.promises;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.classbarometer.Main;
import org.junit.jupiter.api.Assumptions;

/// The whole program in a process of its own: with the launcher's flags, in a network namespace
/// without interfaces, every system call about networks and files written down by strace.
final class TracedProgram {
    private static final Pattern WRITABLE =
            Pattern.compile(
                    "\\b(?:open|openat|creat)\\((?:AT_FDCWD, )?\"([^\"]+)\".*"
                            + "(?:O_WRONLY|O_RDWR|O_CREAT).*\\) = \\d+.*");
    private static final Pattern NETWORK =
            Pattern.compile("\\b(?:connect|bind|listen|sendto|sendmsg|sendmmsg)\\(.*");

    private final Path folder;
    private final Path trace;

    /// @param folder empty; the program's data, home and temporary folders are made in it
    TracedProgram(Path folder) {
        this.folder = folder;
        this.trace = folder.resolve("trace.txt");
    }

    /// Skips the test where the system has no strace or allows no namespaces: Linux has both, strace
    /// as a package of that name.
    static void assumePossible(Path folder) throws IOException, InterruptedException {
        for (List<String> tool :
                List.of(List.of("strace", "-V"), List.of("unshare", "-n", "true"))) {
            boolean works;
            try {
                works =
                        new ProcessBuilder(tool)
                                        .redirectErrorStream(true)
                                        .redirectOutput(folder.resolve("tool.txt").toFile())
                                        .start()
                                        .waitFor()
                                == 0;
            } catch (IOException absent) {
                works = false;
            }
            Assumptions.assumeTrue(works, "needs " + String.join(" ", tool));
        }
    }

    Path data() {
        return folder.resolve("data");
    }

    /// Runs it to its end.
    ///
    /// @return what it said
    String run(String... arguments) throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "unshare",
                                "-n",
                                "strace",
                                "-f",
                                "-qq",
                                "-s",
                                "4096",
                                "-o",
                                trace.toString(),
                                "-e",
                                "trace=%network,open,openat,creat",
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "@" + Path.of("target/classes/jvm.args").toAbsolutePath(),
                                "-Dclassbarometer.home=" + Path.of("").toAbsolutePath(),
                                "-Dclassbarometer.data=" + data(),
                                "-Djava.io.tmpdir=" + Files.createDirectories(temporary()),
                                "-Duser.home=" + folder.resolve("home"),
                                "-Duser.language=en",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName()));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("did not end: " + Files.readString(said));
        }
        if (process.exitValue() != 0) {
            throw new AssertionError(process.exitValue() + ": " + Files.readString(said));
        }
        return Files.readString(said);
    }

    private Path temporary() {
        return folder.resolve("tmp");
    }

    /// System calls that reach for a network; sockets of the machine itself are left out.
    List<String> reachesForNetwork() throws IOException {
        try (Stream<String> lines = Files.lines(trace)) {
            return lines.filter(line -> NETWORK.matcher(line).find())
                    .filter(line -> !line.contains("AF_UNIX"))
                    .toList();
        }
    }

    /// Every file that was opened for writing, once.
    List<Path> written() throws IOException {
        try (Stream<String> lines = Files.lines(trace)) {
            return lines.map(WRITABLE::matcher)
                    .filter(Matcher::find)
                    .map(found -> Path.of(found.group(1)))
                    .distinct()
                    .toList();
        }
    }

    /// Whether a path lies in the folders that are the program's own in this run.
    boolean owns(Path file) {
        return file.startsWith(folder);
    }
}
