package org.classbarometer.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.classbarometer.output.OwnerOnly;
import org.classbarometer.session.StoreException;

/// A database's file and what lies beside it: its log, and damaged ones that were moved aside.
///
/// @param file absolute
record DatabaseFile(Path file) {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    // https://www.sqlite.org/fileformat.html, section 1.3
    private static final int HEADER = 100;
    private static final int USER_VERSION = 60;
    private static final int APPLICATION_ID = 68;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int STAMP_LENGTH = "20261122T080000Z".length();
    private static final String BROKEN = ".broken-";
    private static final List<String> PARTS = List.of("", "-wal", "-shm");

    /// Makes the folder where there is none, for its owner only.
    void prepare() throws IOException {
        OwnerOnly.folder(folder());
    }

    /// Makes an empty file where there is none. SQLite gives log and index the rights of the file.
    void create() throws IOException {
        if (!Files.exists(file)) {
            OwnerOnly.create(file);
        }
        // Also what lies there from before, in a folder that others may read.
        for (String part : PARTS) {
            Path here = file.resolveSibling(file.getFileName() + part);
            if (Files.exists(here)) {
                OwnerOnly.file(here);
            }
        }
    }

    /// Reads the header without SQLite, which would write: a newer program's file stays untouched.
    ///
    /// @throws StoreException when the file is another kind of database, or a newer one
    void refuseOthers(Schema schema) throws IOException, StoreException {
        if (!Files.exists(file) || isForeign() || Files.size(file) < HEADER) {
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            ByteBuffer header = ByteBuffer.wrap(in.readNBytes(HEADER));
            int kind = header.getInt(APPLICATION_ID);
            // Without a kind it may be new, its first tables still in the log: SQLite knows.
            if (kind != 0) {
                schema.refuseOthers(file, kind, header.getInt(USER_VERSION));
            }
        }
    }

    /// What tells this file from another one at its place; empty where there is none, and on systems that
    /// have nothing of the kind.
    Optional<Object> identity() throws IOException {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(file, BasicFileAttributes.class).fileKey());
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    private Path folder() {
        return file.resolveSibling("").toAbsolutePath();
    }

    /// Of the file and its log.
    long bytes() throws IOException {
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        return Files.size(file) + (Files.exists(log) ? Files.size(log) : 0);
    }

    /// Whether there is something at its place that never was a database.
    boolean isForeign() throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return false;
        }
        // One that was cut off within its header tells nothing of its kind any more.
        if (Files.size(file) < HEADER) {
            return true;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return !Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        }
    }

    /// Renames file, log and index; what was moved aside before stays.
    ///
    /// @return the file's new place
    Path moveAside(InstantSource clock) throws IOException {
        String name = file.getFileName() + BROKEN + STAMP.format(clock.instant());
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

    /// Overwrites and deletes what was moved aside before a time.
    void shredAsides(Instant movedBefore) throws IOException {
        String beginning = file.getFileName() + BROKEN;
        List<Path> asides;
        try (Stream<Path> files = Files.list(folder())) {
            asides =
                    files.filter(one -> String.valueOf(one.getFileName()).startsWith(beginning))
                            .toList();
        }
        for (Path aside : asides) {
            String name = String.valueOf(aside.getFileName()).substring(beginning.length());
            if (movedAt(aside, name).isBefore(movedBefore)) {
                shred(aside);
            }
        }
    }

    /// Overwrites and deletes the file and what lies beside it while it is open.
    void shred() throws IOException {
        for (String part : PARTS) {
            Path here = file.resolveSibling(file.getFileName() + part);
            if (Files.exists(here)) {
                shred(here);
            }
        }
    }

    // Somebody may have renamed it: its bytes are as old as before.
    private static Instant movedAt(Path aside, String name) throws IOException {
        try {
            return STAMP.parse(
                    name.substring(0, Math.min(name.length(), STAMP_LENGTH)), Instant::from);
        } catch (DateTimeException _) {
            return Files.getLastModifiedTime(aside).toInstant();
        }
    }

    private static void shred(Path aside) throws IOException {
        try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
            ByteBuffer zeros = ByteBuffer.allocate(1 << 16);
            for (long left = channel.size(); left > 0; ) {
                zeros.clear().limit((int) Math.min(left, zeros.capacity()));
                left -= channel.write(zeros);
            }
            channel.force(false);
        }
        Files.delete(aside);
    }
}
