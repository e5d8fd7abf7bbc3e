package org.classbarometer.ui.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.classbarometer.expression.ExecutionProvider;
import org.classbarometer.frame.FrameSource;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.frame.SourceState;
import org.classbarometer.setup.Installation;
import org.classbarometer.setup.Monitors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/// The window's monitor with the shipped models and a simulated camera.
class MonitorThreadTest {
    private static final Path MODELS = Path.of("models").toAbsolutePath();

    @TempDir private Path userData;

    private final AtomicInteger opened = new AtomicInteger();
    private final RecordedEvents told = new RecordedEvents();
    private MonitorThread monitor;

    @BeforeEach
    void open() {
        openAt(Path.of("").toAbsolutePath());
    }

    private void openAt(Path home) {
        Installation here = new Installation(home, userData);
        Monitors monitors = Monitors.of(here, ExecutionProvider.CPU).playing(_ -> new Camera());
        monitor = new MonitorThread(monitors, Runnable::run, new MoodHistory(), new RateMeter());
        monitor.listen(told);
    }

    @AfterEach
    void close() {
        monitor.close();
    }

    @Test
    void another_model_is_put_to_use_without_opening_the_camera_again() throws Exception {
        monitor.useModel(MODELS.resolve("expression.onnx"));
        monitor.play(new SourceChoice.Camera(0));
        told.model();
        told.frameAfter(0);
        monitor.useModel(MODELS.resolve("expression-baseline.onnx"));
        ModelInUse used = told.model();
        told.frameAfter(told.newest);

        assertThat(used.file()).isEqualTo(MODELS.resolve("expression-baseline.onnx"));
        assertThat(opened).hasValue(1);
    }

    @Test
    void a_model_that_cannot_be_used_leaves_camera_and_model_as_they_are() throws Exception {
        monitor.useModel(MODELS.resolve("expression.onnx"));
        monitor.play(new SourceChoice.Camera(0));
        told.model();
        told.frameAfter(0);
        Path broken = Files.writeString(userData.resolve("broken.onnx"), "no model at all");
        monitor.useModel(broken);
        String refused = Objects.requireNonNull(told.refused.poll(20, TimeUnit.SECONDS));
        told.frameAfter(told.newest);

        assertThat(refused).contains("broken.onnx");
        assertThat(opened).hasValue(1);
    }

    @Test
    void what_is_played_before_a_model_is_there_starts_with_the_model() throws Exception {
        monitor.play(new SourceChoice.Camera(0));
        monitor.useModel(MODELS.resolve("expression.onnx"));
        told.frameAfter(0);

        assertThat(opened).hasValue(1);
    }

    @Test
    void a_face_file_that_is_damaged_at_the_start_is_told_at_once_and_one_that_is_sound_is_not()
            throws Exception {
        monitor.useModel(MODELS.resolve("expression.onnx"));
        told.model();
        assertThat(told.finder).isEmpty();
        monitor.close();

        Path home = Files.createDirectories(userData.resolve("home"));
        Path models = Files.createDirectory(home.resolve("models"));
        Path cascades = Files.createDirectory(home.resolve("cascades"));
        try (var all = Files.list(Path.of("cascades"))) {
            for (Path one : all.toList()) {
                Files.copy(one, cascades.resolve(one.getFileName()));
            }
        }
        Files.copy(MODELS.resolve("face.onnx"), models.resolve("face.onnx"));
        Files.writeString(models.resolve("face-check.onnx"), "cut short");
        openAt(home);
        monitor.useModel(MODELS.resolve("expression.onnx"));
        told.model();
        assertThat(told.finder).singleElement().asString().contains("face-check.onnx");
    }

    /// What came to the screen.
    private static final class RecordedEvents implements LiveEvents {
        private final BlockingQueue<ModelInUse> models = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> refused = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> finder = new LinkedBlockingQueue<>();
        private final BlockingQueue<Long> frames = new LinkedBlockingQueue<>();
        private volatile long newest;

        @Override
        public void frame(LiveFrame frame) {
            newest = frame.capturedNanos();
            frames.add(newest);
        }

        @Override
        public void source(SourceState state) {}

        @Override
        public void broke(String problem) {
            throw new AssertionError(problem);
        }

        @Override
        public void model(ModelInUse model) {
            models.add(model);
        }

        @Override
        public void finderRefused(String what) {
            finder.add(what);
        }

        @Override
        public void modelRefused(String problem) {
            refused.add(problem);
        }

        ModelInUse model() throws InterruptedException {
            return Objects.requireNonNull(models.poll(20, TimeUnit.SECONDS));
        }

        void frameAfter(long nanos) throws InterruptedException {
            while (Objects.requireNonNull(frames.poll(20, TimeUnit.SECONDS)) <= nanos) {
                // An older one that was still on its way.
            }
        }
    }

    private final class Camera implements FrameSource {
        private long next;

        Camera() {
            opened.incrementAndGet();
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
            return 100;
        }

        @Override
        public OptionalLong read(Mat image) {
            image.create(48, 64, CvType.CV_8UC3);
            return OptionalLong.of(next++ * 10_000_000L);
        }

        @Override
        public void close() {}
    }
}
