package org.classbarometer.session;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.classbarometer.disclosure.Draws;
import org.classbarometer.disclosure.Published;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.text.Text;
import org.jspecify.annotations.Nullable;

/// Sees to it that a source is published about in one place at a time, and that what follows goes
/// on from what was published: two processes, or a second session right after the first, would
/// publish about the same people by other draws. A camera, a stream or the screen is locked by a
/// file in a folder of its own; what was published last stays in it for [#SAME_PEOPLE]. A recording
/// needs no lock: it has its draws from its own bytes, and publishes the same whoever asks, but
/// always in one label set.
///
/// Opened and closed on any thread; [#published] on one at a time.
public final class SourceHold implements AutoCloseable {
    /// So long after a session the people in front of the same source are taken for the same.
    static final Duration SAME_PEOPLE = Duration.ofHours(12);

    private static final String FOLDER = "told";

    private final Draws draws;
    private final Optional<FileChannel> lock;
    private final String head;
    private final Optional<Published> lastPublished;

    private SourceHold(
            Draws draws, Optional<FileChannel> lock, String head, Optional<Published> before) {
        this.draws = draws;
        this.lock = lock;
        this.head = head;
        this.lastPublished = before;
    }

    /// For what nobody else can publish about.
    public static SourceHold none() {
        return new SourceHold(Draws.fresh(), Optional.empty(), "", Optional.empty());
    }

    /// @param folder where the program's data are
    /// @param className empty where there is none: whoever has a class goes on from it
    /// @throws StoreException when the source is being published about elsewhere, a recording was
    ///     published about in another label set, or the folder cannot be used
    public static SourceHold of(
            Path folder,
            SourceChoice source,
            String className,
            LabelSet labels,
            InstantSource clock)
            throws StoreException {
        Path place = folder.resolve(FOLDER);
        try {
            return switch (source) {
                case SourceChoice.Demo _ ->
                        new SourceHold(
                                Draws.keyed(source.text().getBytes(StandardCharsets.UTF_8)),
                                Optional.empty(),
                                "",
                                Optional.empty());
                case SourceChoice.File file -> recording(place, file, labels);
                case SourceChoice.Camera _, SourceChoice.Screen _, SourceChoice.Stream _ ->
                        live(place, source, className, labels, clock.instant());
            };
        } catch (IOException failed) {
            throw new StoreException(
                    Text.of("store.failed", place.toString(), failed.toString()), failed);
        }
    }

    private static SourceHold recording(Path place, SourceChoice.File source, LabelSet labels)
            throws IOException, StoreException {
        byte[] digest = RecordingDigest.of(source.path());
        // Not the digest itself: it is the key of the draws.
        Path known = file(place, HexFormat.of().formatHex(digest));
        if (Files.exists(known)) {
            String labelSet = Files.readString(known).strip();
            if (!labelSet.equals(labels.name())) {
                throw new StoreException(
                        Text.of("store.told.labels", source.name(), labelSet, labels.name()));
            }
        } else {
            prepare(place);
            Files.writeString(known, labels.name());
        }
        return new SourceHold(Draws.keyed(digest), Optional.empty(), "", Optional.empty());
    }

    private static SourceHold live(
            Path place, SourceChoice source, String className, LabelSet labels, Instant now)
            throws IOException, StoreException {
        prepare(place);
        FileChannel channel =
                FileChannel.open(
                        file(place, name(source)),
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.CREATE);
        try {
            if (channel.tryLock() == null) {
                throw new StoreException(Text.of("store.told.busy", source.name()));
            }
            String text = read(channel);
            String head =
                    String.join(
                            " ",
                            Long.toString(now.toEpochMilli()),
                            RecordingDigest.hex(className),
                            RecordingDigest.hex(String.join(",", labels.labels())));
            return new SourceHold(
                    Draws.fresh(),
                    Optional.of(channel),
                    head,
                    parse(text, head, className, labels));
        } catch (OverlappingFileLockException same) {
            channel.close();
            throw new StoreException(Text.of("store.told.busy", source.name()), same);
        } catch (IOException | StoreException failed) {
            channel.close();
            throw failed;
        }
    }

    private static void prepare(Path place) throws IOException {
        Files.createDirectories(place);
        if (Files.getFileStore(place).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static Path file(Path place, String name) {
        return place.resolve(RecordingDigest.hex(name) + ".told");
    }

    /// One name for every way to write a source: a stream's parameters and its user do not make it
    /// another one, nor does the region of a screen.
    private static String name(SourceChoice source) {
        return switch (source) {
            case SourceChoice.Stream stream -> {
                URI address = stream.address();
                yield "stream "
                        + lower(address.getHost())
                        + ":"
                        + address.getPort()
                        + lower(address.getPath());
            }
            case SourceChoice.Screen _ -> "screen";
            case SourceChoice.Camera _, SourceChoice.Demo _, SourceChoice.File _ -> source.text();
        };
    }

    private static String lower(@Nullable String part) {
        return part == null ? "" : part.toLowerCase(Locale.ROOT);
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4096);
        while (bytes.hasRemaining() && channel.read(bytes) > 0) {}
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    /// What the file says was published last: a head like ours, then the numbers.
    private static Optional<Published> parse(
            String text, String head, String className, LabelSet labels) {
        String[] was = text.strip().split(" ", -1);
        String[] is = head.split(" ", -1);
        if (was.length != 5 + labels.size() || !was[2].equals(is[2])) {
            return Optional.empty();
        }
        boolean sameClass =
                className.isEmpty()
                        || was[1].equals(is[1])
                        || was[1].equals(RecordingDigest.hex(""));
        try {
            long age = Long.parseLong(is[0]) - Long.parseLong(was[0]);
            int[] numbers = Stream.of(was).skip(3).mapToInt(Integer::parseInt).toArray();
            return sameClass && Math.abs(age) < SAME_PEOPLE.toMillis()
                    ? Optional.of(
                            new Published(
                                    numbers[0],
                                    numbers[1],
                                    Arrays.copyOfRange(numbers, 2, numbers.length)))
                    : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    public Draws draws() {
        return draws;
    }

    /// What to go on from; empty at the first time.
    public Optional<Published> lastPublished() {
        return lastPublished;
    }

    /// Notes what was published and is stored.
    public void published(Published now) {
        lock.ifPresent(channel -> {
            try {
                write(channel, line(now));
            } catch (IOException _) {
                // What follows begins anew then, as after a night.
            }
        });
    }

    private String line(Published now) {
        List<Integer> numbers =
                Stream.concat(
                                Stream.of(now.people(), now.uncertain()),
                                Arrays.stream(now.shown()).boxed())
                        .toList();
        return head + " " + String.join(" ", numbers.stream().map(String::valueOf).toList());
    }

    private static void write(FileChannel channel, String line) throws IOException {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(bytes), 0);
    }

    /// What was published is not stored any more.
    public void forget() {
        lock.ifPresent(channel -> {
            try {
                channel.truncate(0);
            } catch (IOException _) {
                // It is gone in twelve hours at the latest.
            }
        });
    }

    /// What was published about live sources is forgotten: the sessions it is of are deleted.
    /// Recordings keep their label set, which says nothing of anybody.
    ///
    /// @param folder where the program's data are
    public static void forgetAll(Path folder) {
        Path place = folder.resolve(FOLDER);
        if (!Files.isDirectory(place)) {
            return;
        }
        try (Stream<Path> files = Files.list(place)) {
            for (Path file : files.toList()) {
                if (Files.readString(file).contains(" ")) {
                    Files.writeString(file, "");
                }
            }
        } catch (IOException _) {
            // They are of no use to anybody after twelve hours.
        }
    }

    /// Lets others publish about the source.
    @Override
    public void close() {
        lock.ifPresent(channel -> {
            try {
                channel.close();
            } catch (IOException _) {
                // The lock goes with the process.
            }
        });
    }
}
