package org.classbarometer.frame.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.classbarometer.frame.CameraInfo;
import org.classbarometer.frame.ChildJvm;
import org.classbarometer.frame.FrameSourceException;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.frame.StandInCamera;
import org.classbarometer.frame.WatchMain;
import org.classbarometer.frame.system.SystemFrameSources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CameraTest {
    private static final Pattern FRAME =
            Pattern.compile("frame (\\d+) at (\\d+) ms, (\\d+)x(\\d+).*");

    @TempDir Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_camera_whose_plug_is_pulled_is_waited_for_and_goes_on_by_itself() throws Exception {
        StandInCamera camera = StandInCamera.build(folder);
        Path unplugged = camera.unplugged();

        try (ChildJvm child =
                new ChildJvm(WatchMain.class, List.of("camera:0"), camera.environment())) {
            int line =
                    child.await(
                            "Playing[name=Camera 1, width=1280, height=720, framesPerSecond=30", 0);
            line = child.await("frame 50 ", line);

            Files.createFile(unplugged);
            line = child.await("Waiting[name=camera:0, problem=Camera 1 was unplugged.", line);
            line = child.await("Waiting[name=camera:0, problem=This computer has no camera", line);
            Files.delete(unplugged);

            line = child.await("Playing[name=Camera 1", line);
            line = child.await("frame ", line);
            child.await("frame ", line);
            child.enter();
            child.await("stopped", line);
            assertThat(child.exitCode()).isZero();
            assertTimesIncrease(child.lines());
            assertThat(child.lines().stream().filter(said -> said.startsWith("Waiting")))
                    .hasSize(2);
        }
    }

    private static void assertTimesIncrease(List<String> lines) {
        List<Long> numbers = new ArrayList<>();
        List<Long> times = new ArrayList<>();
        for (String line : lines) {
            Matcher frame = FRAME.matcher(line);
            if (frame.matches()) {
                numbers.add(Long.valueOf(frame.group(1)));
                times.add(Long.valueOf(frame.group(2)));
            }
        }
        assertThat(numbers).isSorted().doesNotHaveDuplicates();
        assertThat(times).isSorted().doesNotHaveDuplicates();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_camera_that_is_not_there_is_named_with_what_to_do() {
        assumeThat(Files.notExists(Path.of("/dev/video77"))).isTrue();

        assertThatThrownBy(() -> new SystemFrameSources().open(new SourceChoice.Camera(77)))
                .isInstanceOf(FrameSourceException.class)
                .hasMessageContaining("no camera")
                .satisfies(problem ->
                        assertThat(((FrameSourceException) problem).outlook())
                                .isEqualTo(FrameSourceException.Outlook.MAY_RETURN));
    }

    @Test
    void a_camera_that_is_there_but_does_not_open_is_busy() throws IOException {
        Path device = Files.createFile(folder.resolve("video0"));
        List<CameraInfo> cameras = List.of(new CameraInfo(0, "Classroom Cam"));

        FrameSourceException problem = CameraSource.notOpened(0, device, cameras);

        assertThat(problem.outlook()).isEqualTo(FrameSourceException.Outlook.BUSY);
        assertThat(problem).hasMessageContaining("another program seems to use it");
    }

    @Test
    void a_second_device_of_a_camera_is_no_camera() throws IOException {
        Path device = Files.createFile(folder.resolve("video1"));
        List<CameraInfo> cameras =
                List.of(new CameraInfo(0, "Classroom Cam"), new CameraInfo(2, "Other Cam"));

        FrameSourceException problem = CameraSource.notOpened(1, device, cameras);

        assertThat(problem.outlook()).isEqualTo(FrameSourceException.Outlook.MAY_RETURN);
        assertThat(problem)
                .hasMessage(
                        "There is no camera 2 (camera:1). There is: Classroom Cam (camera:0),"
                                + " Other Cam (camera:2).");
    }
}
