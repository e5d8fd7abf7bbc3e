package org.classbarometer.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.classbarometer.budget.Budget;
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
import org.classbarometer.mood.Mood;
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
    private final Optional<Attention> attention;
    private final FaceWorkers workers;
    private final List<MonitorListener> listeners = new CopyOnWriteArrayList<>();
    private final Smoother smoother = new Smoother();
    private final ReadingSchedule schedule = new ReadingSchedule();
    private final FrameTime time = new FrameTime(System::nanoTime);
    private int facesBefore;

    // Held for as long as a frame is analysed: parts are exchanged between two frames. Fair, so
    // that a flat-out analysis lets the exchange in.
    private final ReentrantLock oneFrame = new ReentrantLock(true);

    private volatile FaceFinder finder;
    private volatile ExpressionReader reader;
    private volatile MonitorSettings settings;
    private volatile int explainedTrack;
    private volatile @Nullable Explained explained;
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
        this.finder = finder;
        this.reader = reader;
        this.attention = attention;
        this.settings = settings;
        this.workers = new FaceWorkers(workerCount);
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
        return reader;
    }

    /// The finder in use.
    public FaceFinder finder() {
        return finder;
    }

    /// Reads with another model from the next frame on; the source goes on, and so do the tracks.
    /// Where the model cannot tell the labels of the settings apart, its first label set takes their
    /// place. Waits for the frame being analysed; the model before is closed.
    public void use(ExpressionReader fresh) {
        exchange(() -> {
            ExpressionReader before = reader;
            read(fresh);
            // What another model read says nothing in the words of this one.
            smoother.reset();
            schedule.reset();
            before.close();
        });
    }

    private synchronized void read(ExpressionReader fresh) {
        if (!fresh.views().contains(settings.labels())) {
            settings = settings.withLabels(fresh.views().getFirst());
        }
        reader = fresh;
        explained = null;
    }

    /// Finds faces with another finder from the next frame on; the source goes on. The faces are found
    /// anew: they get other numbers. Waits for the frame being analysed; the finder before is closed.
    public void use(FaceFinder fresh) {
        exchange(() -> {
            FaceFinder before = finder;
            finder = fresh;
            forgetFaces();
            explain(0);
            before.close();
        });
    }

    private void exchange(Runnable change) {
        oneFrame.lock();
        try {
            change.run();
        } finally {
            oneFrame.unlock();
        }
    }

    public MonitorSettings settings() {
        return settings;
    }

    /// New settings, from the next frame on; labels that the model in use cannot tell apart leave
    /// those before. Other masks drop the explanation: it shows a face that may be masked now.
    public synchronized void apply(MonitorSettings newSettings) {
        if (!newSettings.masks().equals(settings.masks())) {
            explained = null;
        }
        settings =
                reader.views().contains(newSettings.labels())
                        ? newSettings
                        : newSettings.withLabels(settings.labels());
    }

    /// Chooses the face whose explanation is kept up to date; 0 chooses none.
    public synchronized void explain(int track) {
        explainedTrack = track;
        explained = null;
    }

    // Another face may have been chosen, or another mask drawn, while this one was explained.
    private synchronized void setExplanation(Explained fresh, MonitorSettings used) {
        if (fresh.track() == explainedTrack && used.masks().equals(settings.masks())) {
            explained = fresh;
        }
    }

    /// The chosen face's explanation; empty while there is none.
    public Optional<Explained> explanation() {
        return Optional.ofNullable(explained);
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
            exchange(() -> {
                time.begin(complete);
                forgetFaces();
            });
            while (!slot.isClosed()) {
                try (Frame frame = slot.take(TAKE_MILLIS, TimeUnit.MILLISECONDS)) {
                    if (frame != null) {
                        FrameAnalysis analysis = analyseAlone(frame, grey, slot.dropped());
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

    private void forgetFaces() {
        finder.reset();
        attention.ifPresent(Attention::reset);
        smoother.reset();
        schedule.reset();
        facesBefore = 0;
    }

    private FrameAnalysis analyseAlone(Frame frame, Mat grey, long dropped)
            throws InterruptedException {
        oneFrame.lock();
        try {
            return analyse(frame, grey, dropped);
        } finally {
            oneFrame.unlock();
        }
    }

    private FrameAnalysis analyse(Frame frame, Mat grey, long dropped) throws InterruptedException {
        MonitorSettings now = settings;
        LabelView view = reader.view(now.labels());
        long taken = System.nanoTime();
        time.frame(frame.sequence(), frame.sourceNanos());
        time.prepare(() -> {
            now.masks().blur(frame.image());
            Imgproc.cvtColor(frame.image(), grey, Imgproc.COLOR_BGR2GRAY);
        });
        long prepared = System.nanoTime();
        long nanos = frame.sourceNanos();
        List<TrackedFace> faces =
                attended(
                        finder.find(grey, now.masks(), nanos, time.finding(facesBefore)),
                        frame,
                        grey);
        facesBefore = faces.size();
        long found = System.nanoTime();
        readSome(grey, faces, nanos, now);
        List<FaceReading> readings = new ArrayList<>(faces.size());
        long oldest = 0;
        for (TrackedFace face : faces) {
            FaceReading latest = latest(face, view, nanos);
            oldest = Math.max(oldest, schedule.age(face.track(), nanos).orElse(0L));
            readings.add(latest);
            if (face.track() == explainedTrack) {
                setExplanation(new Explained(face.track(), reader.explain(grey, face.box())), now);
            }
        }
        Set<Integer> alive = faces.stream().map(TrackedFace::track).collect(Collectors.toSet());
        schedule.keepOnly(alive);
        smoother.keepOnly(alive);
        long read = System.nanoTime();
        StageTimings timings =
                new StageTimings(
                        taken - frame.capturedNanos(),
                        prepared - taken,
                        found - prepared,
                        read - found,
                        read - frame.capturedNanos());
        Load load = new Load(time.everyNth(), oldest / 1e9);
        List<FaceReading> result = List.copyOf(readings);
        return new FrameAnalysis(
                frame,
                result,
                Mood.of(now.labels(), result.stream().map(FaceReading::reading).toList()),
                timings,
                dropped,
                load);
    }

    private void readSome(Mat grey, List<TrackedFace> faces, long nanos, MonitorSettings now)
            throws InterruptedException {
        if (faces.isEmpty()) {
            return;
        }
        Budget budget = time.reading();
        List<TrackedFace> due = schedule.due(faces, nanos, budget);
        List<Box> boxes = due.stream().map(TrackedFace::box).toList();
        long start = System.nanoTime();
        float[][] probabilities = workers.read(reader, grey, boxes);
        budget.took(ReadingSchedule.JOB, due.size(), System.nanoTime() - start);
        for (int i = 0; i < due.size(); i++) {
            smoother.smooth(due.get(i).track(), probabilities[i], nanos, now.smoothing());
        }
    }

    // A reading too old to say anything of now is none.
    private FaceReading latest(TrackedFace face, LabelView view, long nanos) {
        long age = schedule.age(face.track(), nanos).orElse(0L);
        return age > FaceReading.FORGOTTEN_NANOS
                ? new FaceReading(face, Optional.empty())
                : new FaceReading(face, smoother.latest(face.track()).map(view::read), age);
    }

    // What the attention hides in the frame is hidden from reader and explanation too: they see the
    // grey picture.
    private List<TrackedFace> attended(List<TrackedFace> found, Frame frame, Mat grey) {
        if (attention.isEmpty()) {
            return found;
        }
        List<TrackedFace> faces = attention.get().attend(frame.image(), found, frame.sourceNanos());
        Imgproc.cvtColor(frame.image(), grey, Imgproc.COLOR_BGR2GRAY);
        return faces;
    }

    /// Stops and frees the workers, the finder and the reader: those that an analysis still uses
    /// five seconds later, once it has ended.
    @Override
    public void close() {
        stop();
        Thread analysis = lastAnalysis;
        if (analysis == null || !analysis.isAlive()) {
            free();
            return;
        }
        LOG.warn("The analysis does not end; what it uses is freed when it does");
        Thread.ofPlatform()
                .daemon()
                .name("monitor-closing")
                .start(() -> {
                    try {
                        analysis.join();
                        free();
                    } catch (InterruptedException _) {
                        // Nobody interrupts this thread but a JVM on its way out.
                    }
                });
    }

    private void free() {
        workers.close();
        finder.close();
        attention.ifPresent(Attention::close);
        reader.close();
    }
}
