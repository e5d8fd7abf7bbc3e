package org.classbarometer.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A hidden file or folder in which something grows until it is whole. It is gone when it is closed,
/// also when the program is asked to end meanwhile (Ctrl-C, end of the desktop session). A killed
/// program leaves it; the next that grows something of the same name finds nobody holding its lock,
/// and takes it away.
public final class Growing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Growing.class);
    private static final String SUFFIX = ".part";
    private static final String LOCK = ".lock";

    private final Path path;
    private final FileChannel channel;
    private final Thread hook = Thread.ofPlatform().name("unfinished file").unstarted(this::leave);

    private Growing(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// A file beside its target.
    public static Growing file(Path target) throws IOException {
        Path folder = target.toAbsolutePath().resolveSibling("");
        String beginning = "." + target.getFileName() + ".";
        sweep(folder, beginning);
        Path path = folder.resolve(fresh(beginning));
        return new Growing(path, locked(path));
    }

    /// A folder inside another.
    ///
    /// @param purpose part of its name
    public static Growing folder(Path inside, String purpose) throws IOException {
        String beginning = "." + purpose + ".";
        sweep(inside, beginning);
        Path path = inside.resolve(fresh(beginning));
        Files.createDirectory(path, OwnerOnly.ofFolder(path));
        try {
            return new Growing(path, locked(path.resolve(LOCK)));
        } catch (IOException failed) {
            Files.deleteIfExists(path.resolve(LOCK));
            Files.deleteIfExists(path);
            throw failed;
        }
    }

    /// Writes a text in UTF-8, whole or not at all: a file that was there stays until it is complete.
    public static void write(Path target, String text) throws IOException {
        try (Growing growing = file(target)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                growing.channel.write(bytes);
            }
            growing.finish(target);
        }
    }

    private static String fresh(String beginning) {
        return beginning + process() + "." + UUID.randomUUID() + SUFFIX;
    }

    // Number and birth: in containers, every program has the same number.
    private static String process() {
        ProcessHandle self = ProcessHandle.current();
        long born = self.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return self.pid() + "-" + born;
    }

    private static FileChannel locked(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        file,
                        Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
                        OwnerOnly.ofFile(file));
        try {
            // Held until the channel is closed.
            FileLock _ = channel.tryLock();
        } catch (IOException without) {
            LOG.debug("No locks on this file system", without);
        }
        return channel;
    }

    /// Takes away what killed programs left.
    private static void sweep(Path folder, String beginning) throws IOException {
        List<Path> left = new ArrayList<>();
        try (DirectoryStream<Path> entries =
                Files.newDirectoryStream(folder, path -> isGrowing(path, beginning))) {
            entries.forEach(left::add);
        }
        for (Path path : left) {
            if (isAbandoned(path)) {
                delete(path);
            }
        }
    }

    private static boolean isGrowing(Path path, String beginning) {
        String name = String.valueOf(path.getFileName());
        return name.startsWith(beginning)
                && name.substring(beginning.length())
                        .matches("\\d+-\\d+\\.[0-9a-f-]{36}" + "\\" + SUFFIX)
                // Of this program itself: closing a second channel would let go of the lock.
                && !name.startsWith(beginning + process() + ".");
    }

    private static boolean isAbandoned(Path path) {
        boolean folder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
        Path held = folder ? path.resolve(LOCK) : path;
        if (folder && Files.notExists(held)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(held, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (IOException _) {
            // Another user's, or without locks: it may be alive.
            return false;
        }
    }

    private static void delete(Path path) {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        } catch (IOException left) {
            LOG.warn("An unfinished file could not be taken away", left);
        }
    }

    public Path path() {
        return path;
    }

    /// To write a file with.
    public FileChannel channel() {
        return channel;
    }

    /// Puts a file into its place, on the disk and in one step; what was there before is replaced.
    public void finish(Path target) throws IOException {
        channel.force(true);
        channel.close();
        try {
            Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(path, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void leave() {
        try {
            channel.close();
        } catch (IOException failed) {
            LOG.debug("An unfinished file does not close", failed);
        }
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            delete(path);
        }
    }

    /// Leaves nothing but what was finished.
    @Override
    public void close() {
        leave();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The program is ending: the hook runs already.
        }
    }
}
