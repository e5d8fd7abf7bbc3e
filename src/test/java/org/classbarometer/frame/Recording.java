package org.classbarometer.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.classbarometer.frame.system.SystemFrameSources;

/// A capture that runs, with everything that came out of it: what a test asks about.
final class Recording implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final LatestFrame slot = new LatestFrame();
    private final Capture capture;
    private final Thread taker;
    private final List<SourceState> states = new CopyOnWriteArrayList<>();
    private final List<Seen> frames = new CopyOnWriteArrayList<>();
    private final long started = System.nanoTime();

    /// What is remembered of a frame.
    record Seen(
            long sequence,
            int part,
            long sourceNanos,
            long capturedNanos,
            int width,
            int height,
            boolean demo) {}

    private Recording(SourceChoice choice, Capture.Pace pace, FrameSources sources) {
        capture = new Capture(choice, pace, sources, slot, states::add);
        taker = Thread.ofPlatform().name("taker").unstarted(this::take);
    }

    static Recording of(SourceChoice choice, Capture.Pace pace) {
        return of(choice, pace, new SystemFrameSources());
    }

    static Recording of(SourceChoice choice, Capture.Pace pace, FrameSources sources) {
        Recording recording = new Recording(choice, pace, sources);
        recording.taker.start();
        recording.capture.start();
        return recording;
    }

    /// Like [#of], but nobody takes the frames.
    static Recording notTaken(SourceChoice choice, Capture.Pace pace, FrameSources sources) {
        Recording recording = new Recording(choice, pace, sources);
        recording.capture.start();
        return recording;
    }

    void hold(boolean on) {
        capture.hold(on);
    }

    void seek(long nanos) {
        capture.seek(nanos);
    }

    boolean hasFrameWaiting() {
        return !slot.isEmpty();
    }

    private void take() {
        try {
            while (!slot.isClosed()) {
                try (Frame frame = slot.take(100, TimeUnit.MILLISECONDS)) {
                    if (frame != null) {
                        frames.add(
                                new Seen(
                                        frame.sequence(),
                                        frame.part(),
                                        frame.sourceNanos(),
                                        frame.capturedNanos(),
                                        frame.image().cols(),
                                        frame.image().rows(),
                                        frame.isDemo()));
                    }
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    List<SourceState> states() {
        return List.copyOf(states);
    }

    List<Seen> frames() {
        return List.copyOf(frames);
    }

    Seen frame(int index) {
        return frames.get(index);
    }

    long elapsedNanos() {
        return System.nanoTime() - started;
    }

    <S extends SourceState> Optional<S> last(Class<S> kind) {
        List<S> found = all(kind);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
    }

    <S extends SourceState> List<S> all(Class<S> kind) {
        List<S> found = new ArrayList<>();
        states.stream().filter(kind::isInstance).map(kind::cast).forEach(found::add);
        return found;
    }

    void awaitFrames(int count) {
        await(() -> frames.size() >= count, count + " frames");
    }

    <S extends SourceState> S await(Class<S> kind) {
        await(() -> last(kind).isPresent(), kind.getSimpleName());
        return last(kind).orElseThrow();
    }

    void await(BooleanSupplier condition, String what) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "waited in vain for %s; %d frames, %s"
                                .formatted(what, frames.size(), states));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(5);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /// Stops the capture and says how long that took, in milliseconds.
    long stopMillis() {
        long before = System.nanoTime();
        capture.close();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);
    }

    @Override
    public void close() {
        capture.close();
        slot.close();
        await(() -> !taker.isAlive(), "the end of the taker");
    }
}
