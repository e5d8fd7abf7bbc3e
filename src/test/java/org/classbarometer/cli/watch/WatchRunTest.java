package org.classbarometer.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.classbarometer.cli.SimulatedClassroom;
import org.classbarometer.cli.common.ProgressLine;
import org.classbarometer.expression.ExecutionProvider;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.frame.Capture.Pace;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.monitor.Monitor;
import org.classbarometer.monitor.MonitorSettings;
import org.classbarometer.session.SourceHold;
import org.classbarometer.setup.FinderChoice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchRunTest {
    @TempDir Path folder;
    private final Locale before = Locale.getDefault();

    @BeforeEach
    void prepare() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    private String stateAfterARunOf(int faces, Optional<RunOutput> output) throws Exception {
        SimulatedClassroom room = new SimulatedClassroom(folder);
        room.facesAtFrame = _ -> faces;
        ProgressLine progress = new ProgressLine(new PrintWriter(new StringWriter()), false);
        try (Monitor monitor =
                room.open(
                        Path.of("any.onnx"),
                        ExecutionProvider.CPU,
                        FinderChoice.HAAR,
                        MonitorSettings.DEFAULT)) {
            WatchRun run = new WatchRun(monitor, Optional.empty(), output, progress, false);
            run.play(new SourceChoice.Demo(), Pace.EVERY_FRAME);
            return run.state();
        }
    }

    private static Optional<RunOutput> timeline() {
        return Optional.of(
                new CsvOutput(
                        LabelSet.FOUR,
                        InstantSource.fixed(SimulatedClassroom.NOW),
                        SourceHold.none(),
                        true,
                        (_, _) -> {}));
    }

    @Test
    void progress_tells_the_mood_so_far() throws Exception {
        assertThat(stateAfterARunOf(4, Optional.empty())).contains("happy");
        assertThat(stateAfterARunOf(24, timeline())).contains("happy");
    }

    @Test
    void progress_beside_a_timeline_tells_nothing_of_its_suppressed_rows() throws Exception {
        assertThat(stateAfterARunOf(4, timeline())).contains("10 s").doesNotContain("happy");
    }
}
