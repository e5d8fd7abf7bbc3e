package org.classbarometer.evaluate.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.classbarometer.budget.Budget;
import org.classbarometer.evaluate.BlankClip;
import org.classbarometer.expression.ExecutionProvider;
import org.classbarometer.expression.ExpressionReader;
import org.classbarometer.expression.OnnxExpressionReader;
import org.classbarometer.face.Box;
import org.classbarometer.face.FaceFinder;
import org.classbarometer.face.Masks;
import org.classbarometer.face.TrackedFace;
import org.classbarometer.frame.OpenCv;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.monitor.Monitor;
import org.classbarometer.monitor.MonitorSettings;
import org.junit.jupiter.api.Test;
import org.opencv.core.Mat;

class LoadMeasurementTest {
    /// Always the same face; remembers the processes that ran beside it.
    private static final class OneFace implements FaceFinder {
        private final Set<Long> beside = ConcurrentHashMap.newKeySet();

        @Override
        public List<TrackedFace> find(Mat grey, Masks masks, long sourceNanos, Budget budget) {
            ProcessHandle.current().children().map(ProcessHandle::pid).forEach(beside::add);
            return List.of(new TrackedFace(1, new Box(10, 10, 60, 60), true));
        }

        @Override
        public void reset() {}

        @Override
        public void close() {}
    }

    @Test
    void the_others_run_while_it_is_counted_and_are_gone_afterwards() throws Exception {
        OpenCv.load();
        OneFace finder = new OneFace();
        ExpressionReader reader =
                OnnxExpressionReader.open(
                        Path.of("models", "expression-8bit.onnx"), ExecutionProvider.CPU);
        try (Monitor monitor =
                new Monitor(_ -> new BlankClip(), finder, reader, 1, MonitorSettings.DEFAULT)) {
            LoadMeasurement.Result result =
                    new LoadMeasurement(Duration.ofMillis(500), Duration.ofSeconds(2))
                            .run(monitor, new SourceChoice.Demo(), 1);

            assertThat(result.totals().frames()).isPositive();
            assertThat(result.freshlyRead()).isBetween(0.0, 1.0);
            assertThat(result.oldestReading()).isNotNegative();
        }
        assertThat(finder.beside).isNotEmpty();
        assertThat(finder.beside).noneMatch(pid -> ProcessHandle.of(pid).isPresent());
    }
}
