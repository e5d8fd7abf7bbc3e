package org.classbarometer.cli.doctor;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.classbarometer.cli.common.Display;
import org.classbarometer.cli.common.Surroundings;
import org.classbarometer.setup.Installation;
import org.classbarometer.setup.ProgramVersion;
import org.classbarometer.store.Examination;
import org.classbarometer.text.Text;

/// Looks at what surrounds the program: Java, system, memory, display, system libraries, the user's
/// folder.
record MachineExamination(Surroundings surroundings) {
    private static final int JAVA = 25;
    private static final long MEGABYTE = 1 << 20;

    /// The monitor with its window takes a good half of it (docs/performance.md).
    private static final long ENOUGH_MEMORY = 2048 * MEGABYTE;

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok("version", "ClassBarometer " + ProgramVersion.number()));
        findings.add(java());
        findings.add(system());
        findings.add(display());
        if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
            libraries().ifPresent(findings::add);
        }
        Installation installation = surroundings.installation();
        findings.add(settings(installation.settingsFile()));
        findings.add(database(installation));
        return findings;
    }

    private static Finding java() {
        String found =
                Text.of(
                        "doctor.java",
                        Runtime.version().toString(),
                        System.getProperty("java.vendor", ""),
                        System.getProperty("java.home", ""));
        return Runtime.version().feature() == JAVA
                ? Finding.ok("java", found)
                : Finding.note("java", Text.of("doctor.java.other", found, JAVA));
    }

    private static Finding system() {
        long memory =
                ManagementFactory.getOperatingSystemMXBean()
                                instanceof com.sun.management.OperatingSystemMXBean machine
                        ? machine.getTotalMemorySize()
                        : 0;
        String found =
                Text.of(
                        "doctor.system",
                        System.getProperty("os.name", ""),
                        System.getProperty("os.version", ""),
                        System.getProperty("os.arch", ""),
                        Runtime.getRuntime().availableProcessors(),
                        memory / MEGABYTE,
                        Runtime.getRuntime().maxMemory() / MEGABYTE);
        return memory == 0 || memory >= ENOUGH_MEMORY
                ? Finding.ok("system", found)
                : Finding.note("system", Text.of("doctor.system.small", found));
    }

    private Finding display() {
        return Display.available(surroundings.environment())
                ? Finding.ok(
                        "display",
                        Text.of(
                                "doctor.display",
                                surroundings.environment().getOrDefault("DISPLAY", "-")))
                : Finding.note("display", Text.of("cli.display.none"));
    }

    /// Asks the script that the launcher asks. Empty where it is not there.
    private Optional<Finding> libraries() {
        Path script = surroundings.installation().home().resolve("installer/linux-libraries");
        if (!Files.isRegularFile(script)) {
            return Optional.empty();
        }
        try {
            Process process =
                    new ProcessBuilder("sh", script.toString(), "--check")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String missing =
                    new String(process.getInputStream().readAllBytes(), Charset.defaultCharset())
                            .strip()
                            .replace("\n", " ");
            boolean ended = process.waitFor(10, TimeUnit.SECONDS);
            return Optional.of(
                    ended && missing.isEmpty()
                            ? Finding.ok("libraries", Text.of("doctor.libraries"))
                            : Finding.note(
                                    "libraries", Text.of("doctor.libraries.missing", missing)));
        } catch (IOException failed) {
            return Optional.of(Finding.note("libraries", String.valueOf(failed.getMessage())));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Finding settings(Path file) {
        String key = Files.exists(file) ? "doctor.settings" : "doctor.settings.none";
        return writable(file.toAbsolutePath())
                ? Finding.ok("settings", Text.of(key, file.toString()))
                : Finding.note("settings", Text.of("doctor.settings.locked", file.toString()));
    }

    private static Finding database(Installation installation) {
        Path file = installation.databaseFile();
        if (!writable(file.toAbsolutePath())) {
            return Finding.problem(
                    "database",
                    Text.of("doctor.database.locked", installation.userData().toString()));
        }
        Examination seen = Examination.of(file);
        if (seen.problem().isPresent()) {
            return Finding.problem("database", seen.problem().get());
        }
        return Finding.ok(
                "database",
                seen.exists()
                        ? Text.of(
                                "doctor.database",
                                file.toString(),
                                seen.sessions(),
                                seen.bytes() / 1024,
                                seen.version())
                        : Text.of("doctor.database.none", file.toString()));
    }

    /// Whether a file or folder can be written, or made where it is not there yet.
    private static boolean writable(Path path) {
        Path existing = path;
        while (!Files.exists(existing)) {
            Path parent = existing.getParent();
            if (parent == null) {
                return false;
            }
            existing = parent;
        }
        boolean waysEnd = existing.equals(path);
        return Files.isWritable(existing) && (waysEnd || Files.isDirectory(existing));
    }
}
