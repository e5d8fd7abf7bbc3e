package org.classbarometer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The program in a process of its own, with the launcher's flags and an environment of its own. It
/// takes command lines one after the other, so that a Java machine is not started for each.
final class ProgramProcess implements AutoCloseable {
    private static final long PATIENCE_MINUTES = 3;

    private final Process process;
    private final BufferedReader out;

    /// @param said standard output and error together
    record Ended(int code, String said) {}

    /// @param data the user's data folder in it
    ProgramProcess(Path data, Map<String, String> environment)
            throws IOException, URISyntaxException {
        Path flags = Path.of(Objects.requireNonNull(Main.class.getResource("/jvm.args")).toURI());
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "@" + flags,
                                "-Dclassbarometer.home=" + Path.of("").toAbsolutePath(),
                                "-Dclassbarometer.data=" + data,
                                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                                "-Duser.language=en",
                                "-cp",
                                System.getProperty("java.class.path"),
                                CommandsMain.class.getName())
                        .redirectErrorStream(true);
        builder.environment().remove("WAYLAND_DISPLAY");
        builder.environment().remove("DISPLAY");
        builder.environment().putAll(environment);
        process = builder.start();
        out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /// Runs one command line to its end.
    Ended run(String... arguments) throws Exception {
        process.getOutputStream()
                .write((String.join("\t", arguments) + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        return CompletableFuture.supplyAsync(this::read).get(PATIENCE_MINUTES, TimeUnit.MINUTES);
    }

    private Ended read() {
        List<String> said = new ArrayList<>();
        try {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(CommandsMain.ENDED)) {
                    int code = Integer.parseInt(line.substring(CommandsMain.ENDED.length()));
                    return new Ended(code, String.join("\n", said));
                }
                said.add(line);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        throw new AssertionError("the process ended: " + said);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
