package org.classbarometer.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;

/// A database's file and what lies beside it: its log, and damaged ones that were moved aside.
///
/// @param file absolute
record DatabaseFile(Path file) {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final List<String> PARTS = List.of("", "-wal", "-shm");

    /// Makes the folder where there is none, for its owner only.
    void prepare() throws IOException {
        Files.createDirectories(folder(), ownerOnly("rwx------"));
    }

    /// Makes an empty file where there is none. SQLite gives log and index the rights of the file.
    void create() throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file, ownerOnly("rw-------"));
        } else if (posix()) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private Path folder() {
        return file.resolveSibling("").toAbsolutePath();
    }

    /// Whether there is something at its place that never was a database.
    boolean isForeign() throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return !Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        }
    }

    /// Renames file, log and index; what was moved aside before stays.
    ///
    /// @return the file's new place
    Path moveAside(InstantSource clock) throws IOException {
        String name = file.getFileName() + ".broken-" + STAMP.format(clock.instant());
        Path aside = file.resolveSibling(name);
        for (int i = 2; Files.exists(aside); i++) {
            aside = file.resolveSibling(name + "-" + i);
        }
        for (String part : PARTS) {
            Path here = file.resolveSibling(file.getFileName() + part);
            if (Files.exists(here)) {
                Files.move(here, aside.resolveSibling(aside.getFileName() + part));
            }
        }
        return aside;
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return posix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean posix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
