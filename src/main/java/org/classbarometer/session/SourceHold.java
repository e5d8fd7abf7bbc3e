package org.classbarometer.session;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.classbarometer.disclosure.Draws;
import org.classbarometer.disclosure.Published;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.face.Masks;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.output.Failure;
import org.classbarometer.output.OwnerOnly;
import org.classbarometer.text.Text;

/// Sees to it that a source is told of in one place at a time, and that what follows goes on from what
/// was told: two processes, or a second session right after the first, would tell of the same people
/// by other draws. A camera, a stream or the screen is locked by a file in a folder of its own; what
/// was told last stays in it for [#SAME_PEOPLE]. What cannot go on from that, such as another class or
/// label set, begins to be told at most every [#PAUSE]: begun again and again, independent draws about
/// the same moment would add up to the count, to one person. A recording needs no lock: it has its draws from
/// its own bytes, and tells the same whoever asks, but always in one label set and never with less
/// covered than before.
///
/// Opened and closed on any thread; [#published] on one at a time.
public final class SourceHold implements AutoCloseable {
    /// So long after a session the people in front of the same source are taken for the same.
    static final Duration SAME_PEOPLE = Duration.ofHours(12);

    /// So long a source that began to be told of is not begun anew. Expressions change meanwhile.
    static final Duration PAUSE = Duration.ofMinutes(5);

    private static final String FOLDER = "told";
    private static final String BEGAN = "began ";

    // Where this process tells of a source. Whoever opens such a file once more and closes it
    // loses the lock: POSIX systems give up all that a process has on a file.
    private static final Map<Path, FileChannel> HELD = new HashMap<>();

    private final Draws draws;
    private final Optional<FileChannel> lock;
    private final String head;
    private final Optional<Published> lastPublished;
    private final Instant now;
    private final Duration quiet;
    // When it last began to be told of anew, as the file says it.
    private String began;
    private boolean beginning;

    private SourceHold(
            Draws draws,
            Optional<FileChannel> lock,
            String head,
            Optional<Published> before,
            Instant now,
            String began) {
        this.draws = draws;
        this.lock = lock;
        this.head = head;
        this.lastPublished = before;
        this.now = now;
        this.began = began;
        beginning = before.isEmpty();
        quiet = beginning ? quiet(began, now) : Duration.ZERO;
    }

    private static SourceHold unlocked(Draws draws) {
        return new SourceHold(draws, Optional.empty(), "", Optional.empty(), Instant.EPOCH, "");
    }

    // A time to come, of a clock that was put back, is not waited for longer than usual.
    private static Duration quiet(String began, Instant now) {
        try {
            Duration left =
                    Duration.between(now, Instant.ofEpochMilli(Long.parseLong(began)).plus(PAUSE));
            return left.isNegative() ? Duration.ZERO : left.compareTo(PAUSE) > 0 ? PAUSE : left;
        } catch (NumberFormatException _) {
            return Duration.ZERO;
        }
    }

    /// For what nobody else can publish about.
    public static SourceHold none() {
        return unlocked(Draws.fresh());
    }

    /// @param folder where the program's data are
    /// @param className empty where there is none: whoever has a class goes on from it
    /// @param masks     what of the picture is not seen
    /// @throws StoreException when the source is being told of elsewhere, a recording was told of in
    ///     another label set or with other masks, or the folder cannot be used
    public static SourceHold of(
            Path folder,
            SourceChoice source,
            String className,
            LabelSet labels,
            Masks masks,
            InstantSource clock)
            throws StoreException {
        Path place = folder.resolve(FOLDER);
        try {
            return switch (source) {
                case SourceChoice.Demo _ ->
                        unlocked(Draws.keyed(source.text().getBytes(StandardCharsets.UTF_8)));
                case SourceChoice.File file ->
                        unlocked(ToldRecordings.draws(place, file, labels, masks));
                case SourceChoice.Camera _,
                        SourceChoice.Screen _,
                        SourceChoice.Window _,
                        SourceChoice.Stream _ ->
                        live(place, source, className, labels, clock.instant());
            };
        } catch (IOException failed) {
            throw new StoreException(
                    Text.of("store.failed", place.toString(), Failure.reason(failed)), failed);
        }
    }

    private static SourceHold live(
            Path place, SourceChoice source, String className, LabelSet labels, Instant now)
            throws IOException, StoreException {
        OwnerOnly.ownFolder(place);
        FileChannel channel =
                lock(file(place.toRealPath(), name(source)))
                        .orElseThrow(() ->
                                new StoreException(Text.of("store.told.busy", source.name())));
        try {
            String text = read(channel);
            int mark = text.indexOf(BEGAN);
            String published = mark < 0 ? text : text.substring(0, mark);
            String began = mark < 0 ? "" : text.substring(mark + BEGAN.length()).strip();
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
                    parse(published, head, className, labels),
                    now,
                    began);
        } catch (IOException | RuntimeException failed) {
            unlock(channel);
            throw failed;
        }
    }

    /// @return empty when somebody tells of the source
    private static Optional<FileChannel> lock(Path file) throws IOException {
        synchronized (HELD) {
            if (HELD.containsKey(file)) {
                return Optional.empty();
            }
            FileChannel channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.CREATE);
            try {
                if (channel.tryLock() != null) {
                    HELD.put(file, channel);
                    return Optional.of(channel);
                }
            } catch (IOException | RuntimeException failed) {
                channel.close();
                throw failed;
            }
            channel.close();
            return Optional.empty();
        }
    }

    private static void unlock(FileChannel channel) throws IOException {
        synchronized (HELD) {
            HELD.values().remove(channel);
            channel.close();
        }
    }

    static Path file(Path place, String name) {
        return place.resolve(RecordingDigest.hex(name) + ".told");
    }

    /// One name for every way to write a source: whatever is asked of the host of a camera, and by
    /// which protocol and name, does not make it another one, nor does the region or the window of a screen.
    private static String name(SourceChoice source) {
        return switch (source) {
            case SourceChoice.Stream stream -> "stream " + host(stream.address());
            // Whatever of the screen is watched.
            case SourceChoice.Screen _, SourceChoice.Window _ -> "screen";
            case SourceChoice.Camera _, SourceChoice.Demo _, SourceChoice.File _ -> source.text();
        };
    }

    // It is about to be spoken to anyway.
    private static String host(URI address) {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        try {
            InetAddress found = InetAddress.getByName(host);
            return found.isLoopbackAddress() ? "loopback" : found.getHostAddress();
        } catch (UnknownHostException _) {
            return host;
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4096);
        channel.position(0);
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

    /// For so long from now on nothing may be told: the source began to be told of just before, and what
    /// is told now cannot go on from that.
    public Duration quiet() {
        return quiet;
    }

    /// Why nothing is told at first, for people; empty when it is.
    public Optional<String> notice() {
        return quiet.isZero()
                ? Optional.empty()
                : Optional.of(Text.of("store.told.soon", PAUSE.toMinutes(), quiet.toSeconds()));
    }

    /// Notes what was told and is stored.
    public void published(Published last) {
        note(last, true);
    }

    /// Notes that something was told, and nothing of what: it is not stored.
    public void said(Published last) {
        note(last, false);
    }

    private synchronized void note(Published last, boolean stored) {
        boolean begins = beginning && last.people() > 0;
        if (begins) {
            beginning = false;
            began = Long.toString(now.plus(quiet).toEpochMilli());
        }
        if (begins || stored) {
            write(stored ? line(last) : "");
        }
    }

    private String line(Published now) {
        List<Integer> numbers =
                Stream.concat(
                                Stream.of(now.people(), now.uncertain()),
                                Arrays.stream(now.shown()).boxed())
                        .toList();
        return head + " " + String.join(" ", numbers.stream().map(String::valueOf).toList());
    }

    private void write(String line) {
        lock.ifPresent(channel -> {
            try {
                replace(channel, content(line, began));
            } catch (IOException _) {
                // What follows begins anew then, as after a night.
            }
        });
    }

    private static String content(String line, String began) {
        return began.isEmpty() ? line : line + "\n" + BEGAN + began;
    }

    /// What was told is not stored any more. When it was, which says nothing of anybody, stays.
    public synchronized void forget() {
        write("");
    }

    /// What was told of live sources is forgotten: the sessions it is of are deleted. Recordings keep
    /// their label set and masks, which tell nothing of anybody.
    ///
    /// @param folder where the program's data are
    public static void forgetAll(Path folder) {
        Path place = folder.resolve(FOLDER);
        if (!Files.isDirectory(place)) {
            return;
        }
        try (Stream<Path> files = Files.list(place.toRealPath())) {
            files.forEach(SourceHold::forgetIn);
        } catch (IOException _) {
            // They are of no use to anybody after twelve hours.
        }
    }

    // One that cannot be changed does not save the others.
    private static void forgetIn(Path file) {
        synchronized (HELD) {
            try {
                FileChannel own = HELD.get(file);
                if (own != null) {
                    forgetIn(own);
                    return;
                }
                try (FileChannel channel =
                        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                    forgetIn(channel);
                }
            } catch (IOException _) {
                // As above.
            }
        }
    }

    private static void forgetIn(FileChannel channel) throws IOException {
        String text = read(channel);
        if (text.contains(" ")) {
            int mark = text.indexOf(BEGAN);
            replace(channel, mark < 0 ? "" : "\n" + text.substring(mark));
        }
    }

    // First what is new, then the cut: on a full disk what was there stays.
    private static void replace(FileChannel channel, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        channel.write(ByteBuffer.wrap(bytes), 0);
        channel.truncate(bytes.length);
    }

    /// Lets others publish about the source.
    @Override
    public void close() {
        lock.ifPresent(channel -> {
            try {
                unlock(channel);
            } catch (IOException _) {
                // The lock goes with the process.
            }
        });
    }
}
