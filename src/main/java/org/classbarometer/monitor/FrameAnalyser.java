package org.classbarometer.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.classbarometer.budget.Budget;
import org.classbarometer.expression.ExpressionReader;
import org.classbarometer.expression.LabelView;
import org.classbarometer.face.Box;
import org.classbarometer.face.FaceFinder;
import org.classbarometer.face.TrackedFace;
import org.classbarometer.frame.Frame;
import org.classbarometer.mood.Mood;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/// What becomes of one frame: masks, finder, attention, reader, smoother. Owns finder, reader and
/// attention. Frames are analysed on one thread; parts and settings are changed on any, between two
/// frames.
final class FrameAnalyser implements AutoCloseable {
    private final Optional<Attention> attention;
    private final FaceWorkers workers;
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
    private volatile Monitor.@Nullable Explained explained;

    FrameAnalyser(
            FaceFinder finder,
            ExpressionReader reader,
            Optional<Attention> attention,
            int workerCount,
            MonitorSettings settings) {
        this.finder = finder;
        this.reader = reader;
        this.attention = attention;
        this.settings = settings;
        this.workers = new FaceWorkers(workerCount);
    }

    ExpressionReader reader() {
        return reader;
    }

    FaceFinder finder() {
        return finder;
    }

    /// Before the first frame of a source.
    ///
    /// @param complete whether every frame waits for all the work
    void begin(boolean complete) {
        exchange(() -> {
            time.begin(complete);
            forgetFaces();
        });
    }

    /// See [Monitor#use(ExpressionReader)].
    void use(ExpressionReader fresh) {
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

    /// See [Monitor#use(FaceFinder)].
    void use(FaceFinder fresh) {
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

    MonitorSettings settings() {
        return settings;
    }

    /// See [Monitor#apply].
    synchronized void apply(MonitorSettings newSettings) {
        if (!newSettings.masks().equals(settings.masks())) {
            explained = null;
        }
        settings =
                reader.views().contains(newSettings.labels())
                        ? newSettings
                        : newSettings.withLabels(settings.labels());
    }

    /// See [Monitor#explain(int)].
    synchronized void explain(int track) {
        explainedTrack = track;
        explained = null;
    }

    // Another face may have been chosen, or another mask drawn, while this one was explained.
    private synchronized void setExplanation(Monitor.Explained fresh, MonitorSettings used) {
        if (fresh.track() == explainedTrack && used.masks().equals(settings.masks())) {
            explained = fresh;
        }
    }

    /// See [Monitor#explanation].
    Optional<Monitor.Explained> explanation() {
        return Optional.ofNullable(explained);
    }

    /// @param frame stays the caller's
    /// @param grey scratch, written
    /// @param dropped frames of this source that were never analysed
    FrameAnalysis analyse(Frame frame, Mat grey, long dropped) throws InterruptedException {
        oneFrame.lock();
        try {
            return analyseLocked(frame, grey, dropped);
        } finally {
            oneFrame.unlock();
        }
    }

    private FrameAnalysis analyseLocked(Frame frame, Mat grey, long dropped)
            throws InterruptedException {
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
                setExplanation(
                        new Monitor.Explained(face.track(), reader.explain(grey, face.box())), now);
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

    private void forgetFaces() {
        finder.reset();
        attention.ifPresent(Attention::reset);
        smoother.reset();
        schedule.reset();
        facesBefore = 0;
    }

    @Override
    public void close() {
        workers.close();
        finder.close();
        attention.ifPresent(Attention::close);
        reader.close();
    }
}
