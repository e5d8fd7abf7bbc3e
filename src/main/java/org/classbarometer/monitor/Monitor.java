package org.classbarometer.monitor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.classbarometer.expression.ExplanationMap;
import org.classbarometer.expression.ExpressionReader;
import org.classbarometer.expression.LabelView;
import org.classbarometer.face.Box;
import org.classbarometer.face.FaceFinder;
import org.classbarometer.face.TrackedFace;
import org.classbarometer.frame.Capture;
import org.classbarometer.frame.Frame;
import org.classbarometer.frame.FrameSources;
import org.classbarometer.frame.LatestFrame;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.frame.SourceState;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;
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
    private final FaceFinder finder;
    private final ExpressionReader reader;
    private final FaceWorkers workers;
    private final List<MonitorListener> listeners = new CopyOnWriteArrayList<>();
    private final Smoother smoother = new Smoother();

    private volatile MonitorSettings settings;
    private volatile int explainedTrack;
    private volatile @Nullable Explained explained;
    private @Nullable Session running;

    /// The monitor owns the finder and the reader and closes them.
    public Monitor(
            FrameSources sources,
            FaceFinder finder,
            ExpressionReader reader,
            int workerCount,
            MonitorSettings settings) {
        this.sources = sources;
        this.finder = finder;
        this.reader = reader;
        this.settings = settings;
        this.workers = new FaceWorkers(reader, workerCount);
    }

    /// One playing of one source: its capture, slot and analysis thread.
    private record Session(LatestFrame slot, Capture capture, Thread analysis) {}

    /// The explanation of the chosen face as last seen.
    public record Explained(int track, ExplanationMap map) {}

    public void addListener(MonitorListener listener) {
        listeners.add(listener);
    }

    public void removeListener(MonitorListener listener) {
        listeners.remove(listener);
    }

    /// The metadata of the model in use.
    public ExpressionReader reader() {
        return reader;
    }

    public MonitorSettings settings() {
        return settings;
    }

    /// New settings, from the next frame on.
    public void apply(MonitorSettings newSettings) {
        settings = newSettings;
    }

    /// Chooses the face whose explanation is kept up to date; 0 chooses none.
    public void explain(int track) {
        explainedTrack = track;
        explained = null;
    }

    /// The chosen face's explanation; empty while there is none.
    public Optional<Explained> explanation() {
        return Optional.ofNullable(explained);
    }

    /// Plays a source, stopping the one before.
    public void start(SourceChoice choice, Capture.Pace pace) {
        stop();
        finder.reset();
        smoother.reset();
        explain(0);
        LatestFrame slot = new LatestFrame();
        Capture capture =
                new Capture(choice, pace, sources, slot, state -> sourceChanged(slot, state));
        Thread analysis = Thread.ofPlatform().name("analysis").unstarted(() -> analyse(slot));
        running = new Session(slot, capture, analysis);
        analysis.start();
        capture.start();
    }

    private void sourceChanged(LatestFrame slot, SourceState state) {
        if (state instanceof SourceState.Ended) {
            awaitIdle(slot);
        }
        listeners.forEach(listener -> listener.sourceChanged(state));
    }

    // The end is told after the last frame was analysed, so that a listener that stops loses
    // nothing.
    private static void awaitIdle(LatestFrame slot) {
        try {
            while (!slot.isIdle()) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Stops in order: source, analysis. Does nothing when nothing plays.
    public void stop() {
        Session session = running;
        running = null;
        if (session == null) {
            return;
        }
        session.capture.close();
        session.slot.close();
        try {
            session.analysis.join(STOP_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void analyse(LatestFrame slot) {
        Mat grey = new Mat();
        try {
            while (!slot.isClosed()) {
                try (Frame frame = slot.take(TAKE_MILLIS, TimeUnit.MILLISECONDS)) {
                    if (frame != null) {
                        FrameAnalysis analysis = analyse(frame, grey, slot.dropped());
                        listeners.forEach(listener -> listener.analysed(analysis));
                    }
                }
            }
        } catch (InterruptedException _) {
            // Nobody interrupts this thread but a JVM on its way out.
        } catch (RuntimeException broken) {
            LOG.error("The analysis stopped", broken);
            listeners.forEach(listener -> listener.broke(String.valueOf(broken.getMessage())));
        } finally {
            grey.release();
        }
    }

    private FrameAnalysis analyse(Frame frame, Mat grey, long dropped) throws InterruptedException {
        MonitorSettings now = settings;
        LabelView view = reader.view(now.labels());
        long taken = System.nanoTime();
        now.masks().blur(frame.image());
        Imgproc.cvtColor(frame.image(), grey, Imgproc.COLOR_BGR2GRAY);
        long prepared = System.nanoTime();
        List<TrackedFace> faces = finder.find(grey, now.masks(), frame.sourceNanos());
        long found = System.nanoTime();
        List<Box> boxes = faces.stream().map(TrackedFace::box).toList();
        float[][] probabilities = workers.read(grey, boxes);
        List<FaceReading> readings = new ArrayList<>(faces.size());
        Set<Integer> alive = new HashSet<>();
        for (int i = 0; i < faces.size(); i++) {
            int track = faces.get(i).track();
            alive.add(track);
            float[] smoothed =
                    smoother.smooth(track, probabilities[i], frame.sourceNanos(), now.smoothing());
            readings.add(new FaceReading(faces.get(i), Optional.of(view.read(smoothed))));
            if (track == explainedTrack) {
                explained = new Explained(track, reader.explain(grey, faces.get(i).box()));
            }
        }
        smoother.keepOnly(alive);
        long read = System.nanoTime();
        StageTimings timings =
                new StageTimings(
                        taken - frame.capturedNanos(),
                        prepared - taken,
                        found - prepared,
                        read - found,
                        read - frame.capturedNanos());
        List<FaceReading> result = List.copyOf(readings);
        return new FrameAnalysis(frame, result, Mood.of(now.labels(), result), timings, dropped);
    }

    /// Stops and frees the workers, the finder and the reader.
    @Override
    public void close() {
        stop();
        workers.close();
        finder.close();
        reader.close();
    }
}
