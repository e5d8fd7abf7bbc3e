package org.classbarometer.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.classbarometer.budget.Budget;
import org.classbarometer.expression.ExplanationMap;
import org.classbarometer.expression.ExpressionReader;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.expression.LabelView;
import org.classbarometer.expression.ModelMetadata;
import org.classbarometer.expression.Reading;
import org.classbarometer.face.Box;
import org.classbarometer.face.FaceFinder;
import org.classbarometer.face.Masks;
import org.classbarometer.face.TrackedFace;
import org.classbarometer.frame.Capture.Pace;
import org.classbarometer.frame.FrameSource;
import org.classbarometer.frame.FrameSources;
import org.classbarometer.frame.OpenCv;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.frame.SourceState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/// The pipeline with a simulated source, finder and model: what the monitor itself promises.
class MonitorTest {
    private static final long FRAME_NANOS = 40_000_000;
    private final SimulatedFinder finder = new SimulatedFinder();
    private final SimulatedReader reader = new SimulatedReader();
    private final Recorder recorder = new Recorder();
    private Monitor monitor = monitor(new SimulatedClip(20));

    @BeforeAll
    static void load() {
        OpenCv.load();
    }

    private Monitor monitor(FrameSource source) {
        FrameSources sources = choice -> source;
        Monitor made = new Monitor(sources, finder, reader, 2, MonitorSettings.DEFAULT);
        made.addListener(recorder);
        return made;
    }

    @AfterEach
    void close() {
        monitor.close();
    }

    @Test
    void every_frame_of_a_recording_is_analysed_in_order_and_then_the_end_is_told()
            throws InterruptedException {
        monitor.start(new SourceChoice.Demo(), Pace.EVERY_FRAME);
        recorder.awaitEnd();
        monitor.stop();

        assertThat(recorder.sequences).containsExactlyElementsOf(numbers(20));
        assertThat(recorder.dropped).hasValue(0);
    }

    @Test
    void the_end_is_told_only_after_the_last_frame_was_analysed() throws InterruptedException {
        monitor.start(new SourceChoice.Demo(), Pace.EVERY_FRAME);
        recorder.awaitEnd();

        assertThat(recorder.sequences).hasSize(20);
    }

    @Test
    void faces_of_one_frame_keep_their_own_readings_however_they_are_shared_among_workers()
            throws InterruptedException {
        finder.faces =
                List.of(
                        new TrackedFace(1, new Box(0, 0, 10, 10), true),
                        new TrackedFace(2, new Box(1, 0, 10, 10), true),
                        new TrackedFace(3, new Box(2, 0, 10, 10), true),
                        new TrackedFace(4, new Box(3, 0, 10, 10), true),
                        new TrackedFace(5, new Box(0, 5, 10, 10), true));
        monitor.start(new SourceChoice.Demo(), Pace.EVERY_FRAME);
        recorder.awaitEnd();

        // The simulated model reads the box's x as the label.
        assertThat(recorder.lastLabels)
                .containsExactly("neutral", "happiness", "surprise", "sadness", "neutral");
    }

    @Test
    void another_label_set_takes_effect_while_the_source_plays() throws InterruptedException {
        finder.faces = List.of(new TrackedFace(1, new Box(1, 0, 10, 10), true));
        monitor.close();
        monitor = monitor(new SimulatedClip(Integer.MAX_VALUE));
        monitor.start(new SourceChoice.Demo(), Pace.EVERY_FRAME);
        recorder.awaitFrames(3);
        monitor.apply(monitor.settings().withLabels(LabelSet.TWO));
        recorder.awaitLabels(LabelSet.TWO);
    }

    @Test
    void masked_pixels_are_gone_before_the_finder_sees_the_frame() throws InterruptedException {
        monitor.apply(
                monitor.settings().withMasks(new Masks(List.of(new Masks.Region(0, 0, 0.5, 1)))));
        monitor.start(new SourceChoice.Demo(), Pace.EVERY_FRAME);
        recorder.awaitEnd();

        // Each column of the simulated picture has its own grey; under the mask they are levelled.
        assertThat(finder.contrastLeft).hasValueLessThan(80);
        assertThat(finder.contrastRight).hasValueGreaterThan(80);
    }

    @Test
    void stopping_is_prompt_and_leaves_no_thread_behind() throws InterruptedException {
        monitor.close();
        monitor = monitor(new SimulatedClip(Integer.MAX_VALUE));
        monitor.start(new SourceChoice.Demo(), Pace.SOURCE);
        recorder.awaitFrames(2);
        monitor.close();
        int afterClose = recorder.sequences.size();

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("capture", "analysis", "expression-1", "expression-2");
        assertThat(recorder.sequences).hasSize(afterClose);
    }

    @Test
    void switching_the_source_forgets_the_tracks_of_the_one_before() throws InterruptedException {
        monitor.start(new SourceChoice.Demo(), Pace.EVERY_FRAME);
        recorder.awaitEnd();
        monitor.start(new SourceChoice.Demo(), Pace.EVERY_FRAME);
        recorder.awaitEnds(2);

        assertThat(finder.resets).hasValue(2);
    }

    @Test
    void a_failing_model_is_told_and_does_not_hang_the_pipeline() throws InterruptedException {
        finder.faces = List.of(new TrackedFace(1, new Box(1, 0, 10, 10), true));
        reader.failing = true;
        monitor.start(new SourceChoice.Demo(), Pace.EVERY_FRAME);

        assertThat(recorder.broke.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void the_chosen_face_is_explained_and_no_other() throws InterruptedException {
        finder.faces =
                List.of(
                        new TrackedFace(1, new Box(1, 0, 10, 10), true),
                        new TrackedFace(2, new Box(2, 0, 10, 10), true));
        monitor.close();
        monitor = monitor(new SimulatedClip(Integer.MAX_VALUE));
        monitor.start(new SourceChoice.Demo(), Pace.EVERY_FRAME);
        monitor.explain(2);
        recorder.awaitFrames(recorder.sequences.size() + 3);

        assertThat(monitor.explanation())
                .hasValueSatisfying(e -> assertThat(e.track()).isEqualTo(2));
        monitor.explain(0);
        assertThat(monitor.explanation()).isEmpty();
    }

    @Test
    void a_pipeline_that_breaks_lets_go_of_the_source_before_it_is_told()
            throws InterruptedException {
        SimulatedClip camera = new SimulatedClip(Integer.MAX_VALUE);
        monitor.close();
        monitor = monitor(camera);
        finder.faces = List.of(new TrackedFace(1, new Box(1, 0, 10, 10), true));
        reader.failing = true;
        monitor.start(new SourceChoice.Demo(), Pace.SOURCE);

        assertThat(recorder.broke.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(camera.open).isFalse();
    }

    @Test
    void an_error_of_a_native_library_is_told_as_well() throws InterruptedException {
        finder.work =
                () -> {
                    throw new UnsatisfiedLinkError("simulated");
                };
        monitor.start(new SourceChoice.Demo(), Pace.EVERY_FRAME);

        assertThat(recorder.broke.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_listener_that_breaks_twice_does_not_keep_the_others_from_hearing_of_it()
            throws InterruptedException {
        monitor.removeListener(recorder);
        monitor.addListener(
                new MonitorListener() {
                    @Override
                    public void analysed(FrameAnalysis analysis) {
                        throw new IllegalStateException("simulated");
                    }

                    @Override
                    public void broke(String problem) {
                        throw new IllegalStateException("simulated again");
                    }
                });
        monitor.addListener(recorder);
        monitor.start(new SourceChoice.Demo(), Pace.EVERY_FRAME);

        assertThat(recorder.broke.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void closing_on_an_interrupted_thread_frees_nothing_that_is_in_use()
            throws InterruptedException {
        CountDownLatch go = startWithTheFinderHeldUp();
        Thread closing =
                Thread.ofPlatform()
                        .start(() -> {
                            Thread.currentThread().interrupt();
                            monitor.close();
                        });
        boolean closed = closing.join(Duration.ofMillis(300));
        go.countDown();
        closing.join();

        assertThat(closed).as("closed while the finder was at work").isFalse();
        assertThat(finder.freedInUse).isFalse();
    }

    @Test
    @Tag("slow")
    void an_analysis_that_outlives_its_stop_shares_the_finder_with_no_other()
            throws InterruptedException {
        CountDownLatch go = startWithTheFinderHeldUp();
        monitor.start(new SourceChoice.Demo(), Pace.EVERY_FRAME);
        assertThat(finder.resets).as("another's turn").hasValue(1);
        monitor.close();
        assertThat(finder.freedInUse).isFalse();
        go.countDown();
        assertThat(finder.freed.await(10, TimeUnit.SECONDS)).isTrue();

        assertThat(finder.freedInUse).isFalse();
        assertThat(finder.usedTwice).isFalse();
    }

    @Test
    void a_new_mask_drops_the_picture_of_the_explained_face() throws InterruptedException {
        finder.faces = List.of(new TrackedFace(1, new Box(1, 0, 10, 10), true));
        monitor.close();
        monitor = monitor(new SimulatedClip(Integer.MAX_VALUE));
        monitor.start(new SourceChoice.Demo(), Pace.EVERY_FRAME);
        monitor.explain(1);
        Recorder.await(() -> monitor.explanation().isPresent());
        finder.faces = List.of();
        recorder.awaitFrames(recorder.sequences.size() + 2);
        assertThat(monitor.explanation()).as("as last seen").isPresent();
        monitor.apply(
                monitor.settings().withMasks(new Masks(List.of(new Masks.Region(0, 0, 1, 1)))));

        assertThat(monitor.explanation()).isEmpty();
    }

    @Test
    void another_model_reads_on_while_the_source_plays_and_the_one_before_is_closed()
            throws InterruptedException {
        SimulatedClip camera = new SimulatedClip(Integer.MAX_VALUE);
        finder.faces = List.of(new TrackedFace(1, new Box(1, 0, 10, 10), true));
        monitor.close();
        monitor = monitor(camera);
        monitor.start(new SourceChoice.Demo(), Pace.EVERY_FRAME);
        recorder.awaitFrames(3);
        SimulatedReader other = new SimulatedReader();
        other.labels = LabelSet.TWO;
        monitor.use(other);
        recorder.awaitLabels(LabelSet.TWO);
        recorder.awaitFrames(recorder.sequences.size() + 3);

        assertThat(recorder.lastLabels).hasSize(1);
        assertThat(camera.closes).as("times the source was closed").hasValue(0);
        assertThat(recorder.sequences).doesNotHaveDuplicates();
        assertThat(reader.closed).isTrue();
        assertThat(other.closed).isFalse();
        assertThat(monitor.settings().labels()).isEqualTo(LabelSet.TWO);
    }

    @Test
    void another_finder_finds_on_while_the_source_plays_and_the_one_before_is_closed()
            throws InterruptedException {
        SimulatedClip camera = new SimulatedClip(Integer.MAX_VALUE);
        monitor.close();
        monitor = monitor(camera);
        monitor.start(new SourceChoice.Demo(), Pace.EVERY_FRAME);
        recorder.awaitFrames(3);
        SimulatedFinder other = new SimulatedFinder();
        other.faces = List.of(new TrackedFace(1, new Box(3, 0, 10, 10), true));
        monitor.use(other);
        Recorder.await(() -> recorder.lastLabels.equals(List.of("sadness")));

        assertThat(camera.closes).as("times the source was closed").hasValue(0);
        assertThat(finder.freed.getCount()).isZero();
        assertThat(finder.freedInUse).isFalse();
        assertThat(other.freed.getCount()).isOne();
    }

    @Test
    void parts_are_exchanged_between_two_frames_never_in_the_middle_of_one()
            throws InterruptedException {
        CountDownLatch go = startWithTheFinderHeldUp();
        SimulatedReader other = new SimulatedReader();
        Thread exchange = Thread.ofPlatform().start(() -> monitor.use(other));
        boolean exchanged = exchange.join(Duration.ofMillis(100));
        boolean closedInUse = reader.closed;
        go.countDown();
        exchange.join();

        assertThat(exchanged).as("exchanged while a frame was analysed").isFalse();
        assertThat(closedInUse).isFalse();
        assertThat(reader.closed).isTrue();
    }

    @Test
    void labels_the_model_cannot_tell_apart_leave_those_before() {
        reader.views = List.of(LabelSet.FOUR, LabelSet.TWO);
        monitor.apply(monitor.settings().withLabels(LabelSet.TWO));
        monitor.apply(monitor.settings().withLabels(LabelSet.EIGHT));

        assertThat(monitor.settings().labels()).isEqualTo(LabelSet.TWO);
    }

    /// @return counted down to let the finder go on
    private CountDownLatch startWithTheFinderHeldUp() throws InterruptedException {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        finder.work =
                () -> {
                    working.countDown();
                    try {
                        go.await();
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                };
        monitor.start(new SourceChoice.Demo(), Pace.EVERY_FRAME);
        assertThat(working.await(10, TimeUnit.SECONDS)).isTrue();
        return go;
    }

    private static List<Long> numbers(int count) {
        return java.util.stream.LongStream.range(0, count).boxed().toList();
    }

    private static final class SimulatedClip implements FrameSource {
        private final int frames;
        private int next;
        private volatile boolean open;
        private final AtomicInteger closes = new AtomicInteger();

        SimulatedClip(int frames) {
            this.frames = frames;
        }

        @Override
        public String name() {
            return "simulated";
        }

        @Override
        public boolean recorded() {
            return true;
        }

        @Override
        public double framesPerSecond() {
            return 25;
        }

        @Override
        public OptionalLong read(Mat image) {
            open = true;
            if (next == frames) {
                return OptionalLong.empty();
            }
            image.create(48, 64, CvType.CV_8UC3);
            for (int x = 0; x < image.cols(); x++) {
                Mat column = image.col(x);
                column.setTo(Scalar.all(x % 2 == 0 ? 0 : 255));
                column.release();
            }
            return OptionalLong.of(next++ * FRAME_NANOS);
        }

        @Override
        public void close() {
            next = 0;
            open = false;
            closes.incrementAndGet();
        }
    }

    private static final class SimulatedFinder implements FaceFinder {
        private volatile List<TrackedFace> faces = List.of();
        private volatile Runnable work = () -> {};
        private volatile boolean freedInUse;
        private volatile boolean usedTwice;
        private final CountDownLatch freed = new CountDownLatch(1);
        private final AtomicInteger users = new AtomicInteger();
        private final AtomicInteger resets = new AtomicInteger();
        private final AtomicInteger contrastLeft = new AtomicInteger();
        private final AtomicInteger contrastRight = new AtomicInteger();

        @Override
        public List<TrackedFace> find(Mat grey, Masks masks, long sourceNanos, Budget budget) {
            usedTwice |= users.incrementAndGet() > 1;
            try {
                work.run();
            } finally {
                users.decrementAndGet();
            }
            contrastLeft.set(contrast(grey, 0, grey.cols() / 2 - 1));
            contrastRight.set(contrast(grey, grey.cols() / 2, grey.cols()));
            return faces;
        }

        private static int contrast(Mat grey, int from, int to) {
            byte[] row = new byte[grey.cols()];
            grey.get(0, 0, row);
            int low = 255;
            int high = 0;
            for (int x = from; x < to; x++) {
                low = Math.min(low, row[x] & 0xff);
                high = Math.max(high, row[x] & 0xff);
            }
            return high - low;
        }

        @Override
        public void reset() {
            resets.incrementAndGet();
        }

        @Override
        public void close() {
            freedInUse |= users.get() > 0;
            freed.countDown();
        }
    }

    private static final class SimulatedReader implements ExpressionReader {
        private volatile boolean failing;
        private volatile boolean closed;
        private volatile LabelSet labels = LabelSet.FOUR;
        private volatile List<LabelSet> views = List.of(LabelSet.FOUR, LabelSet.TWO);

        @Override
        public List<LabelSet> views() {
            return labels.equals(LabelSet.FOUR) ? views : List.of(labels);
        }

        @Override
        public ModelMetadata metadata() {
            return new ModelMetadata(labels, 0, 1, 0.5f, "nothing", "none", "1", "card.md", 1, 1);
        }

        @Override
        public String provider() {
            return "CPU";
        }

        @Override
        public float[][] probabilities(Mat grey, List<Box> faces) {
            if (failing) {
                throw new IllegalStateException("simulated failure");
            }
            return faces.stream().map(box -> certain(box.x())).toArray(float[][]::new);
        }

        private static float[] certain(int label) {
            float[] row = new float[4];
            row[label] = 1;
            return row;
        }

        @Override
        public ExplanationMap explain(Mat grey, Box face) {
            return new ExplanationMap(new byte[1], 1, 1, new float[4][1], 1, 1, certain(face.x()));
        }

        @Override
        public LabelView view(LabelSet labels) {
            return new LabelView() {
                @Override
                public LabelSet labels() {
                    return labels;
                }

                @Override
                public Reading read(float[] probabilities) {
                    int best = 0;
                    for (int i = 1; i < labels.size(); i++) {
                        best = probabilities[i] > probabilities[best] ? i : best;
                    }
                    float[] kept = java.util.Arrays.copyOf(probabilities, labels.size());
                    return new Reading(labels, kept, best, probabilities[best], false);
                }
            };
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static final class Recorder implements MonitorListener {
        private final ConcurrentLinkedQueue<Long> sequences = new ConcurrentLinkedQueue<>();
        private final AtomicInteger dropped = new AtomicInteger();
        private final AtomicInteger ends = new AtomicInteger();
        private final CountDownLatch broke = new CountDownLatch(1);
        private volatile List<String> lastLabels = List.of();
        private volatile LabelSet labels = LabelSet.FOUR;

        @Override
        public void analysed(FrameAnalysis analysis) {
            sequences.add(analysis.frame().sequence());
            dropped.set((int) analysis.dropped());
            labels = analysis.mood().labels();
            lastLabels =
                    analysis.faces().stream()
                            .map(face -> face.reading().orElseThrow().label())
                            .toList();
        }

        @Override
        public void sourceChanged(SourceState state) {
            if (state instanceof SourceState.Ended) {
                ends.incrementAndGet();
            }
        }

        @Override
        public void broke(String problem) {
            broke.countDown();
        }

        void awaitEnd() throws InterruptedException {
            awaitEnds(1);
        }

        void awaitEnds(int count) throws InterruptedException {
            await(() -> ends.get() >= count);
        }

        void awaitFrames(int count) throws InterruptedException {
            await(() -> sequences.size() >= count);
        }

        void awaitLabels(LabelSet wanted) throws InterruptedException {
            await(() -> labels.equals(wanted));
        }

        private static void await(java.util.function.BooleanSupplier condition)
                throws InterruptedException {
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (!condition.getAsBoolean()) {
                assertThat(System.nanoTime()).as("gave up waiting").isLessThan(end);
                Thread.sleep(2);
            }
        }
    }
}
