package org.classbarometer.frame.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.classbarometer.frame.CameraInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CamerasTest {
    @TempDir Path sysfs;

    private void node(String name, String card, String index) throws IOException {
        Path node = Files.createDirectory(sysfs.resolve(name));
        Files.writeString(node.resolve("name"), card + "\n");
        Files.writeString(node.resolve("index"), index + "\n");
    }

    @Test
    void linux_cameras_are_listed_by_number_without_their_metadata_nodes() throws IOException {
        node("video10", "Conference Cam", "0");
        node("video0", "Integrated Camera: Integrated C", "0");
        node("video1", "Integrated Camera: Integrated C", "1");
        node("v4l-subdev0", "sensor", "0");
        Files.createDirectory(sysfs.resolve("video2"));

        assertThat(LinuxCameras.list(sysfs))
                .containsExactly(
                        new CameraInfo(0, "Integrated Camera: Integrated C"),
                        new CameraInfo(2, "Camera 3"),
                        new CameraInfo(10, "Conference Cam"));
    }

    @Test
    void a_linux_without_cameras_has_none() {
        assertThat(LinuxCameras.list(sysfs.resolve("nothing"))).isEmpty();
    }

    @Test
    void mac_cameras_are_read_from_the_system_profiler() {
        String json =
                """
                {
                  "SPCameraDataType" : [
                    {
                      "_name" : "FaceTime HD Camera",
                      "spcamera_model-id" : "UVC Camera VendorID_1452 ProductID_34068",
                      "spcamera_unique-id" : "0x8020000005ac8514"
                    },
                    {
                      "_name" : "USB Camera",
                      "spcamera_model-id" : "UVC Camera VendorID_1133 ProductID_2093",
                      "spcamera_unique-id" : "0x1431000046d082d"
                    }
                  ]
                }
                """;

        assertThat(MacCameras.parse(json))
                .containsExactly(
                        new CameraInfo(0, "FaceTime HD Camera"), new CameraInfo(1, "USB Camera"));
        assertThat(MacCameras.parse("{\"SPCameraDataType\" : []}")).isEmpty();
        assertThat(MacCameras.parse("")).isEmpty();
        assertThat(MacCameras.parse("Camera:\n\n    FaceTime HD Camera:")).isEmpty();
    }

    @Test
    void windows_cameras_are_read_from_the_device_manager() {
        assertThat(WindowsCameras.parse("Integrated Webcam\r\nKamera für Räume \r\n\r\n"))
                .containsExactly(
                        new CameraInfo(0, "Integrated Webcam"),
                        new CameraInfo(1, "Kamera für Räume"));
        assertThat(WindowsCameras.parse("")).isEmpty();
    }

    @Test
    void a_command_the_system_lacks_says_nothing() {
        assertThat(SystemCommand.output(List.of("no-such-program-of-any-system"))).isEmpty();
    }

    @Test
    void the_cameras_of_this_machine_can_be_listed() {
        assertThat(Cameras.list()).allSatisfy(camera -> assertThat(camera.name()).isNotBlank());
    }
}
