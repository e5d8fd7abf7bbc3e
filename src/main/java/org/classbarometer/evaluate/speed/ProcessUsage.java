package org.classbarometer.evaluate.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What this process holds of the system at one moment, native code included. Linux only: it comes
/// from `/proc/self`.
///
/// @param kibibytes resident set size
/// @param threads of the whole process, not only Java's
/// @param handles open files, sockets and the like
public record ProcessUsage(long kibibytes, int threads, int handles) {
    private static final Path SELF = Path.of("/proc/self");

    /// @return empty where the system does not tell
    public static Optional<ProcessUsage> now() {
        try (Stream<Path> handles = Files.list(SELF.resolve("fd"))) {
            List<String> status = Files.readAllLines(SELF.resolve("status"));
            return Optional.of(
                    new ProcessUsage(
                            number(status, "VmRSS:"),
                            Math.toIntExact(number(status, "Threads:")),
                            Math.toIntExact(handles.count())));
        } catch (IOException notLinux) {
            return Optional.empty();
        }
    }

    private static long number(List<String> status, String name) throws IOException {
        return status.stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow(() -> new IOException("No " + name + " in /proc/self/status"));
    }
}
