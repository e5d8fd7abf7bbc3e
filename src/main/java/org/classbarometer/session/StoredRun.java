package org.classbarometer.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.classbarometer.face.Masks;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.monitor.FrameAnalysis;

/// One run of a source from its start to its end, stored as a session: by a command or by the window.
/// A run without a frame leaves none. Not thread-safe: begun and ended on one thread, [#add] in between
/// on the analysis thread.
public final class StoredRun {
    private final SessionStore store;
    private final Recorder recorder;
    private boolean empty = true;
    private long position;
    private long ended;

    private StoredRun(SessionStore store, Recorder recorder) {
        this.store = store;
        this.recorder = recorder;
    }

    /// Begins the session.
    ///
    /// @param masks what of the picture is not seen
    /// @param problems hears what could not be stored
    public static StoredRun begin(
            SessionStore store,
            SessionPlan plan,
            SourceChoice source,
            Masks masks,
            InstantSource clock,
            Consumer<StoreException> problems)
            throws StoreException {
        return new StoredRun(
                store,
                Recorder.begin(
                        store,
                        plan,
                        source.isLive() ? Recorder.Time.WALL : Recorder.Time.SOURCE,
                        clock,
                        store.hold(source, plan, masks),
                        problems));
    }

    /// @param nanos since the first frame, never decreasing
    public void add(long nanos, FrameAnalysis analysis) {
        empty = false;
        // The next frame would have come as long after this one.
        ended = nanos + Math.max(0, nanos - position);
        position = nanos;
        recorder.analysed(analysis);
    }

    /// Why nothing is told at first, for people; empty when it is.
    public Optional<String> notice() {
        return recorder.notice();
    }

    public SessionId session() {
        return recorder.session();
    }

    /// Ends it where its last frame ended.
    public Optional<Timeline> finish() throws StoreException {
        return finish(Duration.ofNanos(ended));
    }

    /// Ends it; nothing comes afterwards. Blocks.
    ///
    /// @param lasted since the first frame
    /// @return as it lies in the store; empty when there was no frame
    public Optional<Timeline> finish(Duration lasted) throws StoreException {
        if (empty) {
            recorder.withdraw();
            return Optional.empty();
        }
        recorder.passed(lasted);
        recorder.finish();
        return store.timeline(recorder.session());
    }

    /// Ends it and deletes what was stored. Blocks.
    public void withdraw() throws StoreException {
        recorder.withdraw();
    }
}
