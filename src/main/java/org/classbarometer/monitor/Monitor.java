package org.classbarometer.monitor;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.classbarometer.expression.ExplanationMap;
import org.classbarometer.expression.ExpressionReader;
import org.classbarometer.face.FaceFinder;
import org.classbarometer.frame.Capture;
import org.classbarometer.frame.Frame;
import org.classbarometer.frame.FrameSources;
import org.classbarometer.frame.LatestFrame;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.frame.SourceState;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The pipeline of design.md: source, slot, finder, reader, smoother, listeners. Start, stop and
/// settings may be called from any one controlling thread (the JavaFX thread, the command line);
/// listeners are called on the monitor's own threads.
public final class Monitor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Monitor.class);

    private static final long TAKE_MILLIS = 200;
    private static final long STOP_MILLIS = 5_000;

    private final FrameSources sources;
    private final FrameAnalyser analyser;
    private final List<MonitorListener> listeners = new CopyOnWriteArrayList<>();
    private @Nullable Playback running;
    private @Nullable Thread lastAnalysis;

    /// A monitor that reads every face. It owns the finder and the reader and closes them.
    public Monitor(
            FrameSources sources,
            FaceFinder finder,
            ExpressionReader reader,
            int workerCount,
            MonitorSettings settings) {
        this(sources, finder, reader, Optional.empty(), workerCount, settings);
    }

    /// A monitor that reads only the faces attended to; it owns and closes the attention too.
    ///
    /// @param attention empty reads every face and hides nothing
    public Monitor(
            FrameSources sources,
            FaceFinder finder,
            ExpressionReader reader,
            Optional<Attention> attention,
            int workerCount,
            MonitorSettings settings) {
        this.sources = sources;
        analyser = new FrameAnalyser(finder, reader, attention, workerCount, settings);
    }

    /// One playing of one source: its capture, slot and analysis thread.
    private record Playback(LatestFrame slot, Capture capture, Thread analysis) {}

    /// The explanation of the chosen face as last seen.
    public record Explained(int track, ExplanationMap map) {}

    public void addListener(MonitorListener listener) {
        listeners.add(listener);
    }

    public void removeListener(MonitorListener listener) {
        listeners.remove(listener);
    }

    /// The model in use.
    public ExpressionReader reader() {
        return analyser.reader();
    }

    /// The finder in use.
    public FaceFinder finder() {
        return analyser.finder();
    }

    /// Reads with another model from the next frame on; the source goes on, and so do the tracks.
    /// Where the model cannot tell the labels of the settings apart, its first label set takes their
    /// place. Waits for the frame being analysed; the model before is closed.
    public void use(ExpressionReader fresh) {
        analyser.use(fresh);
    }

    /// Finds faces with another finder from the next frame on; the source goes on. The faces are found
    /// anew: they get other numbers. Waits for the frame being analysed; the finder before is closed.
    public void use(FaceFinder fresh) {
        analyser.use(fresh);
    }

    public MonitorSettings settings() {
        return analyser.settings();
    }

    /// New settings, from the next frame on; labels that the model in use cannot tell apart leave
    /// those before. Other masks drop the explanation: it shows a face that may be masked now.
    public void apply(MonitorSettings settings) {
        analyser.apply(settings);
    }

    /// Chooses the face whose explanation is kept up to date; 0 chooses none.
    public void explain(int track) {
        analyser.explain(track);
    }

    /// The chosen face's explanation; empty while there is none.
    public Optional<Explained> explanation() {
        return analyser.explanation();
    }

    /// Plays a source, stopping the one before.
    public void start(SourceChoice choice, Capture.Pace pace) {
        stop();
        explain(0);
        // A recording analysed frame by frame waits for all the work; live, the picture must go on.
        boolean complete = pace == Capture.Pace.EVERY_FRAME;
        LatestFrame slot = new LatestFrame();
        Capture capture =
                new Capture(choice, pace, sources, slot, state -> sourceChanged(slot, state));
        Thread before = lastAnalysis;
        Thread analysis =
                Thread.ofPlatform()
                        .name("analysis")
                        .unstarted(() -> analyse(slot, capture, before, complete));
        lastAnalysis = analysis;
        running = new Playback(slot, capture, analysis);
        analysis.start();
        capture.start();
    }

    private void sourceChanged(LatestFrame slot, SourceState state) {
        if (state instanceof SourceState.Ended && !awaitIdle(slot)) {
            return;
        }
        listeners.forEach(listener -> listener.sourceChanged(state));
    }

    // The end is told after the last frame was analysed, so that a listener that stops loses
    // nothing. False when the capture was stopped meanwhile: then there is no end to tell.
    private static boolean awaitIdle(LatestFrame slot) {
        try {
            slot.awaitIdle();
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Holds what plays where it is, or lets it go on; see [Capture#hold].
    public void hold(boolean on) {
        Playback session = running;
        if (session != null) {
            session.capture.hold(on);
        }
    }

    /// Goes on from another place of a recording; see [Capture#seek]. Faces, followers and what was read
    /// of them begin anew there.
    ///
    /// @param nanos since the first frame
    public void seek(long nanos) {
        Playback session = running;
        if (session != null) {
            session.capture.seek(nanos);
        }
    }

    /// Stops in order: source, analysis. Does nothing when nothing plays.
    public void stop() {
        Playback session = running;
        running = null;
        if (session == null) {
            return;
        }
        session.capture.close();
        session.slot.close();
        awaitEnd(session.analysis);
    }

    // Also on an interrupted thread: what the analysis uses must not be freed under it.
    private static void awaitEnd(Thread analysis) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STOP_MILLIS);
        boolean interrupted = false;
        while (analysis.isAlive() && deadline - System.nanoTime() > 0) {
            try {
                TimeUnit.NANOSECONDS.timedJoin(analysis, deadline - System.nanoTime());
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// @param before the analysis of the source before; seldom still at work, and then waited for,
    ///     since finder and smoother serve one thread at a time
    private void analyse(
            LatestFrame slot, Capture capture, @Nullable Thread before, boolean complete) {
        Mat grey = new Mat();
        try {
            if (before != null) {
                before.join();
            }
            analyser.begin(complete);
            int part = 0;
            while (!slot.isClosed()) {
                try (Frame frame = slot.take(TAKE_MILLIS, TimeUnit.MILLISECONDS)) {
                    if (frame != null) {
                        if (frame.part() != part) {
                            part = frame.part();
                            analyser.begin(complete);
                        }
                        FrameAnalysis analysis = analyser.analyse(frame, grey, slot.dropped());
                        listeners.forEach(listener -> listener.analysed(analysis));
                    }
                }
            }
        } catch (InterruptedException _) {
            // Nobody interrupts this thread but a JVM on its way out.
        } catch (RuntimeException | Error broken) {
            LOG.error("The analysis stopped", broken);
            // Nobody looks at the frames any more: no camera must stay on for that.
            capture.close();
            slot.close();
            String what = String.valueOf(broken.getMessage());
            listeners.forEach(listener -> reportBroke(listener, what));
        } finally {
            grey.release();
        }
    }

    // It may be this very listener that broke the analysis; the others must still hear of it.
    private static void reportBroke(MonitorListener listener, String what) {
        try {
            listener.broke(what);
        } catch (RuntimeException broken) {
            LOG.error("A listener broke when told that the analysis stopped", broken);
        }
    }

    /// Stops and frees the workers, the finder and the reader: those that an analysis still uses
    /// five seconds later, once it has ended.
    @Override
    public void close() {
        stop();
        Thread analysis = lastAnalysis;
        if (analysis == null || !analysis.isAlive()) {
            analyser.close();
            return;
        }
        LOG.warn("The analysis does not end; what it uses is freed when it does");
        Thread.ofPlatform()
                .daemon()
                .name("monitor-closing")
                .start(() -> {
                    try {
                        analysis.join();
                        analyser.close();
                    } catch (InterruptedException _) {
                        // Nobody interrupts this thread but a JVM on its way out.
                    }
                });
    }
}
