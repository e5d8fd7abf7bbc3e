package org.classbarometer.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
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

/// Records the demo class, whose people are rendered, as fast as it can be analysed, and watches what
/// the process holds meanwhile: hours of lessons in a fraction of their time. Used once.
public final class SessionSoak implements MonitorListener {
    private final Monitor monitor;
    private final List<Duration> times;
    private final List<Sample> samples = new ArrayList<>();
    private final AtomicReference<Optional<String>> broken =
            new AtomicReference<>(Optional.empty());
    private final CountDownLatch over = new CountDownLatch(1);
    private int taken;

    /// @param played time of the source
    public record Sample(Duration played, ProcessUsage usage) {}

    /// @param times of the source at which a sample is taken, ascending
    public SessionSoak(Monitor monitor, List<Duration> times) {
        this.monitor = monitor;
        this.times = List.copyOf(times);
    }

    /// Plays until the time of the last sample.
    ///
    /// @param store the session is begun and ended there
    /// @return a sample for every time; none where [ProcessUsage] is not known
    /// @throws UserProblem when the pipeline or the store fails
    public List<Sample> run(SessionStore store, InstantSource clock)
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
            monitor.start(new SourceChoice.Demo(), Capture.Pace.EVERY_FRAME);
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
        return List.copyOf(samples);
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
        if (taken < times.size() && played >= times.get(taken).toNanos()) {
            taken++;
            ProcessUsage.now()
                    .ifPresent(usage -> samples.add(new Sample(Duration.ofNanos(played), usage)));
        }
        if (taken == times.size()) {
            over.countDown();
        }
    }

    @Override
    public void broke(String problem) {
        end(Optional.of(problem));
    }
}
