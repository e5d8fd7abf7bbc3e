package org.classbarometer.cli.watch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.classbarometer.cli.common.CommandProblem;
import org.classbarometer.cli.common.ExitCode;
import org.classbarometer.face.Masks;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.monitor.FrameAnalysis;
import org.classbarometer.mood.SpanMood;
import org.classbarometer.session.SessionPlan;
import org.classbarometer.session.SessionStore;
import org.classbarometer.session.StoreException;
import org.classbarometer.session.StoredRun;
import org.classbarometer.session.Timeline;

/// Stores a run as a session. A run without a frame leaves none.
final class SessionOutput implements RunOutput {
    private final StoredRun run;
    private volatile Optional<Timeline> stored = Optional.empty();

    /// Begins the session.
    ///
    /// @param say hears what could not be stored
    SessionOutput(
            SessionStore store,
            SessionPlan plan,
            SourceChoice source,
            Masks masks,
            InstantSource clock,
            Consumer<String> say)
            throws CommandProblem {
        try {
            run =
                    StoredRun.begin(
                            store,
                            plan,
                            source,
                            masks,
                            clock,
                            failed -> say.accept(failed.getMessage()));
            run.notice().ifPresent(say);
        } catch (StoreException failed) {
            throw unstored(failed);
        }
    }

    @Override
    public void add(long nanos, FrameAnalysis analysis) {
        run.add(nanos, analysis);
    }

    @Override
    public void finish(long nanos) throws CommandProblem {
        try {
            stored = run.finish(Duration.ofNanos(nanos));
        } catch (StoreException failed) {
            throw unstored(failed);
        }
    }

    private static CommandProblem unstored(StoreException failed) {
        return new CommandProblem(ExitCode.OUTPUT, failed);
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
