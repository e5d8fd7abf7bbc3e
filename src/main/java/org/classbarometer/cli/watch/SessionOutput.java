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
import org.classbarometer.text.Text;

/// Stores a run as a session. A run without a frame leaves none.
final class SessionOutput implements RunOutput {
    // A backup that has the database for a moment must not cost the end of a lesson:
    // nobody is there to press a button again.
    private static final int TRIES = 10;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final StoredRun run;
    private final Consumer<String> say;
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
        this.say = say;
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
        for (int left = TRIES - 1; !finished(nanos, left); left--) {
            if (left == TRIES - 1) {
                say.accept(Text.of("cli.record.again"));
            }
        }
    }

    /// @param left how often it will be tried again
    private boolean finished(long nanos, int left) throws CommandProblem {
        try {
            stored = run.finish(Duration.ofNanos(nanos));
            return true;
        } catch (StoreException failed) {
            if (left == 0) {
                throw new CommandProblem(
                        ExitCode.OUTPUT,
                        Text.of(
                                "cli.record.lost",
                                String.valueOf(failed.getMessage()),
                                run.session().toString()),
                        failed);
            }
        }
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return false;
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
