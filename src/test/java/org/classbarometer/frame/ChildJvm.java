package org.classbarometer.frame;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/// Another JVM with this one's classes, for what depends on the environment a process is born with.
public final class ChildJvm implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(90);

    private final Process process;
    private final Thread listener;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    public ChildJvm(Class<?> main, List<String> arguments, Map<String, String> environment)
            throws IOException {
        this(List.of(), main, arguments, environment);
    }

    /// @param before what its command line begins with, such as `unshare`
    public ChildJvm(
            List<String> before,
            Class<?> main,
            List<String> arguments,
            Map<String, String> environment)
            throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                        "-Duser.language=en",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        process = builder.start();
        listener = Thread.ofPlatform().daemon().name("child's output").start(this::collect);
    }

    private void collect() {
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            out.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException _) {
            // It was killed while it spoke.
        }
    }

    /// Waits for a line that contains the text.
    ///
    /// @param from index of the first line to look at
    /// @return the index of the line after it
    public int await(String text, int from) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        int next = from;
        while (System.nanoTime() < end) {
            while (next < lines.size()) {
                if (lines.get(next++).contains(text)) {
                    return next;
                }
            }
            if (!process.isAlive() && next >= lines.size()) {
                TimeUnit.MILLISECONDS.sleep(200);
                if (next >= lines.size()) {
                    break;
                }
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new AssertionError("waited in vain for \"" + text + "\": " + lines);
    }

    /// Presses Enter in it.
    public void enter() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    /// Waits for its end.
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE_NANOS, TimeUnit.NANOSECONDS)) {
            throw new AssertionError("does not end: " + lines);
        }
        return process.exitValue();
    }

    /// Kills it as `kill -9` does, and waits until it is dead and all it said has arrived.
    public void kill() throws InterruptedException {
        // Not by the process itself, which would close what it has yet to say.
        process.toHandle().destroyForcibly();
        process.waitFor();
        listener.join();
    }

    /// Asks it to end, as `kill` and the end of a desktop session do, and waits until it has.
    public void terminate() throws InterruptedException {
        process.toHandle().destroy();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
