package org.classbarometer.cli;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.monitor.FrameAnalysis;
import org.classbarometer.mood.SpanMood;
import org.classbarometer.session.Recorder;
import org.classbarometer.session.SessionPlan;
import org.classbarometer.session.SessionStore;
import org.classbarometer.session.StoreException;
import org.classbarometer.session.Timeline;

/// Stores a run as a session. A run without a frame leaves none.
final class SessionOutput implements RunOutput {
    private final SessionStore store;
    private final Recorder recorder;
    private boolean empty = true;
    private volatile Optional<Timeline> stored = Optional.empty();

    /// Begins the session.
    ///
    /// @param say hears what could not be stored
    SessionOutput(
            SessionStore store,
            SessionPlan plan,
            SourceChoice source,
            InstantSource clock,
            Consumer<String> say)
            throws CommandProblem {
        this.store = store;
        try {
            recorder =
                    Recorder.begin(
                            store,
                            plan,
                            WatchRun.recorded(source) ? Recorder.Time.SOURCE : Recorder.Time.WALL,
                            clock,
                            store.hold(source, plan),
                            failed -> say.accept(failed.getMessage()));
        } catch (StoreException failed) {
            throw unstored(failed);
        }
    }

    @Override
    public void add(long nanos, FrameAnalysis analysis) {
        empty = false;
        recorder.analysed(analysis);
    }

    @Override
    public void finish(long nanos) throws CommandProblem {
        try {
            if (empty) {
                recorder.withdraw();
            } else {
                recorder.passed(Duration.ofNanos(nanos));
                recorder.finish();
                stored = store.timeline(recorder.session());
            }
        } catch (StoreException failed) {
            throw unstored(failed);
        }
    }

    private static CommandProblem unstored(StoreException failed) {
        return new CommandProblem(ExitCode.OUTPUT, failed.getMessage(), failed);
    }

    /// As it lies in the store; empty before the end, and when nothing was stored.
    Optional<Timeline> stored() {
        return stored;
    }

    // While it runs nothing is told: the buckets are the recorder's.
    @Override
    public Optional<SpanMood> published() {
        return stored.map(timeline -> timeline.series().all());
    }
}
