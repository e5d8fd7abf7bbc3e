package org.classbarometer.ui.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import org.classbarometer.frame.CameraInfo;
import org.classbarometer.frame.SourceChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {
    private static final List<CameraInfo> ONE_CAMERA = List.of(new CameraInfo(2, "HD Webcam"));

    private static SourceChoice first(String last, List<CameraInfo> cameras) {
        return FirstSource.choose(Optional.empty(), last, cameras);
    }

    @Test
    void without_a_camera_the_demo_class_plays() {
        assertThat(first("", List.of())).isEqualTo(new SourceChoice.Demo());
        assertThat(first("camera:0", List.of())).isEqualTo(new SourceChoice.Demo());
    }

    @Test
    void the_first_camera_plays_when_nothing_was_played_before() {
        assertThat(first("", ONE_CAMERA)).isEqualTo(new SourceChoice.Camera(2));
        assertThat(first("camera:7", ONE_CAMERA)).isEqualTo(new SourceChoice.Camera(2));
    }

    @Test
    void what_was_played_last_plays_again() {
        assertThat(first("demo", ONE_CAMERA)).isEqualTo(new SourceChoice.Demo());
        assertThat(first("rtsp://room/1", ONE_CAMERA)).isInstanceOf(SourceChoice.Stream.class);
    }

    @Test
    void what_the_command_line_asks_for_comes_first() {
        assertThat(FirstSource.choose(Optional.of(new SourceChoice.Camera(5)), "demo", ONE_CAMERA))
                .isEqualTo(new SourceChoice.Camera(5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "room", "http://", "ftp://host/x", "http:// host/", "file:///x.mp4"})
    void what_is_no_address_of_a_stream_is_refused(String typed) {
        assertThat(Addresses.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://10.0.0.7:8080/video", " rtsp://cam/1 ", "HTTPS://cam.example/a"})
    void addresses_of_streams_are_taken(String typed) {
        assertThat(Addresses.parse(typed)).containsInstanceOf(SourceChoice.Stream.class);
    }

    @Test
    void a_dragged_region_is_told_in_screen_pixels() {
        assertThat(ScreenRegionWindow.inPixels(new Rectangle2D(10, 20, 300, 200), 2, 2))
                .contains(new SourceChoice.Region(20, 40, 600, 400));
        assertThat(ScreenRegionWindow.inPixels(new Rectangle2D(10, 20, 4, 200), 1, 1)).isEmpty();
    }
}
