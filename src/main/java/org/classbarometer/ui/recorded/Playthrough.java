package org.classbarometer.ui.recorded;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.classbarometer.frame.Capture.Pace;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.frame.SourceState;
import org.classbarometer.monitor.FrameAnalysis;
import org.classbarometer.monitor.Monitor;
import org.classbarometer.monitor.MonitorListener;
import org.classbarometer.session.StoredRun;

/// One recording played through a monitor, as fast as it is analysed and no frame left out, into a
/// session. [#play] is called once, [#cancel] on any thread.
final class Playthrough implements MonitorListener {
    private static final long BEAT_MILLIS = 250;

    private final StoredRun run;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile Optional<String> problem = Optional.empty();
    private volatile boolean cancelled;
    private volatile long position;

    Playthrough(StoredRun run) {
        this.run = run;
    }

    /// Returns when the recording is over, or was cancelled.
    ///
    /// @param progress hears now and then how much of the recording is analysed
    void play(Monitor monitor, SourceChoice source, Consumer<Duration> progress)
            throws InterruptedException {
        monitor.addListener(this);
        monitor.start(source, Pace.EVERY_FRAME);
        try {
            while (!over.await(BEAT_MILLIS, TimeUnit.MILLISECONDS)) {
                progress.accept(Duration.ofNanos(position));
            }
        } finally {
            monitor.stop();
            monitor.removeListener(this);
        }
    }

    void cancel() {
        cancelled = true;
        over.countDown();
    }

    boolean isCancelled() {
        return cancelled;
    }

    /// Why it ended early, in the user's words.
    Optional<String> problem() {
        return problem;
    }

    @Override
    public void analysed(FrameAnalysis analysis) {
        if (over.getCount() > 0) {
            position = analysis.frame().sourceNanos();
            run.add(position, analysis);
        }
    }

    @Override
    public void sourceChanged(SourceState state) {
        switch (state) {
            case SourceState.Opening _, SourceState.Playing _, SourceState.Waiting _ -> {}
            case SourceState.Ended _ -> over.countDown();
            case SourceState.Failed failed -> {
                problem = Optional.of(failed.problem());
                over.countDown();
            }
        }
    }

    @Override
    public void broke(String what) {
        problem = Optional.of(what);
        over.countDown();
    }
}
