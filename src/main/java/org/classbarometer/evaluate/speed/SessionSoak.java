package org.classbarometer.evaluate.speed;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.classbarometer.frame.Capture;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.monitor.FrameAnalysis;
import org.classbarometer.monitor.Monitor;
import org.classbarometer.monitor.MonitorListener;
import org.classbarometer.session.Consent;
import org.classbarometer.session.Place;
import org.classbarometer.session.Purpose;
import org.classbarometer.session.Recorder;
import org.classbarometer.session.SessionPlan;
import org.classbarometer.session.SessionStore;
import org.classbarometer.session.UseContext;
import org.classbarometer.text.Text;
import org.classbarometer.text.UserProblem;

/// Records the demo class, whose people are rendered, and watches what the process holds meanwhile:
/// hours of lessons in a fraction of their time, or at the pace of a lesson. Used once.
public final class SessionSoak implements MonitorListener {
    private final Monitor monitor;
    private final Speed speed;
    private final List<Duration> times;
    private final Consumer<Sample> samples;
    private final AtomicReference<Optional<String>> broken =
            new AtomicReference<>(Optional.empty());
    private final CountDownLatch over = new CountDownLatch(1);
    private long frames;
    private long lastNanos = System.nanoTime();
    private int taken;

    /// @param played    time of the source
    /// @param frames    analysed until then
    /// @param heap      bytes of Java objects that are left after collecting
    /// @param committed bytes that the Java heap holds of the system; what is resident beyond it is
    ///     native code's, the Java machine's own included
    public record Sample(
            Duration played, long frames, long heap, long committed, ProcessUsage usage) {}

    /// How fast the lesson is played.
    ///
    /// @param perSecond frames that are analysed at most; the others are dropped, or waited for
    public record Speed(Capture.Pace pace, double perSecond) {
        public static final Speed FULL =
                new Speed(Capture.Pace.EVERY_FRAME, Double.POSITIVE_INFINITY);

        public Speed {
            if (!(perSecond > 0)) {
                throw new IllegalArgumentException("Frames per second: " + perSecond);
            }
        }
    }

    /// @param times of the source at which a sample is taken, ascending
    /// @param samples told each when it is taken, on the analysis thread; none where [ProcessUsage] is
    ///     not known
    public SessionSoak(
            Monitor monitor, Speed speed, List<Duration> times, Consumer<Sample> samples) {
        this.monitor = monitor;
        this.speed = speed;
        this.times = List.copyOf(times);
        this.samples = samples;
    }

    /// Plays until the time of the last sample.
    ///
    /// @param store the session is begun and ended there
    /// @throws UserProblem when the pipeline or the store fails
    public void run(SessionStore store, InstantSource clock)
            throws UserProblem, InterruptedException {
        Recorder recorder =
                Recorder.begin(
                        store,
                        plan(clock.instant()),
                        Recorder.Time.SOURCE,
                        clock,
                        failed -> end(Optional.of(failed.getMessage())));
        monitor.addListener(recorder);
        monitor.addListener(this);
        try {
            monitor.start(new SourceChoice.Demo(), speed.pace());
            over.await();
        } finally {
            monitor.stop();
            monitor.removeListener(this);
            monitor.removeListener(recorder);
            recorder.finish();
        }
        if (broken.get().isPresent()) {
            throw new UserProblem(Text.of("evaluate.soak.broken", broken.get().get()));
        }
    }

    private SessionPlan plan(Instant now) {
        // The twelve people of the demo class are rendered: nobody is there to be asked, and the
        // place only has to be one where a class may be recorded.
        return new SessionPlan(
                "demo",
                new UseContext(new Place("US"), Purpose.CLASS),
                now.atOffset(ZoneOffset.UTC),
                monitor.settings().labels(),
                monitor.reader().metadata().version(),
                SessionPlan.BUCKET,
                SessionPlan.K,
                new Consent(now.atOffset(ZoneOffset.UTC), "soak", 12, "1", "en"));
    }

    private void end(Optional<String> why) {
        broken.compareAndSet(Optional.empty(), why);
        over.countDown();
    }

    @Override
    public void analysed(FrameAnalysis analysis) {
        long played = analysis.frame().sourceNanos();
        frames++;
        if (taken < times.size() && played >= times.get(taken).toNanos()) {
            taken++;
            sample(Duration.ofNanos(played));
        }
        if (taken == times.size()) {
            over.countDown();
        } else {
            slowDown();
        }
    }

    private void sample(Duration played) {
        System.gc();
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        ProcessUsage.now()
                .map(use -> new Sample(played, frames, heap.getUsed(), heap.getCommitted(), use))
                .ifPresent(samples);
    }

    // On the analysis thread, which has no other frame to work on meanwhile.
    private void slowDown() {
        long next = lastNanos + (long) (TimeUnit.SECONDS.toNanos(1) / speed.perSecond());
        LockSupport.parkNanos(next - System.nanoTime());
        lastNanos = System.nanoTime();
    }

    @Override
    public void broke(String problem) {
        end(Optional.of(problem));
    }
}
