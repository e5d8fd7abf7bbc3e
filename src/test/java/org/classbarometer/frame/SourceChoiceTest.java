package org.classbarometer.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceChoiceTest {
    @Test
    void every_kind_of_source_can_be_typed() throws Exception {
        assertThat(SourceChoice.parse("demo")).isEqualTo(new SourceChoice.Demo());
        assertThat(SourceChoice.parse("camera")).isEqualTo(new SourceChoice.Camera(0));
        assertThat(SourceChoice.parse("camera:3")).isEqualTo(new SourceChoice.Camera(3));
        assertThat(SourceChoice.parse("screen"))
                .isEqualTo(new SourceChoice.Screen(Optional.empty()));
        assertThat(SourceChoice.parse("screen:-10,20,640,480"))
                .isEqualTo(
                        new SourceChoice.Screen(
                                Optional.of(new SourceChoice.Region(-10, 20, 640, 480))));
        assertThat(SourceChoice.parse("Window: 7b – Übung"))
                .isEqualTo(new SourceChoice.Window("7b – Übung"));
        assertThat(SourceChoice.parse("rtsp://10.0.0.7:554/stream1"))
                .isEqualTo(new SourceChoice.Stream(URI.create("rtsp://10.0.0.7:554/stream1")));
        assertThat(SourceChoice.parse("lesson.mp4"))
                .isEqualTo(new SourceChoice.File(Path.of("lesson.mp4")));
        assertThat(SourceChoice.parse("file:///tmp/lesson.mp4"))
                .isEqualTo(new SourceChoice.File(Path.of("/tmp/lesson.mp4")));
    }

    @ParameterizedTest
    @CsvSource({
        "0, camera:0",
        "2, camera:2",
        "/dev/video0, camera:0",
        "file://localhost/tmp/lesson.mp4, /tmp/lesson.mp4",
        "file:/tmp/lesson.mp4, /tmp/lesson.mp4",
        "file:///tmp/a lesson.mp4, /tmp/a lesson.mp4",
        "file:///tmp/a%20lesson.mp4, /tmp/a lesson.mp4",
        "file:///tmp/M%C3%BCller.mp4, /tmp/Müller.mp4",
        "file:///tmp/M%FCller.mp4, /tmp/Müller.mp4",
        "FILE:///tmp/Müller.mp4, /tmp/Müller.mp4"
    })
    @DisabledOnOs(OS.WINDOWS)
    void sources_may_be_typed_as_elsewhere(String typed, String same) throws Exception {
        assertThat(SourceChoice.parse(typed)).isEqualTo(SourceChoice.parse(same));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "camera:0",
                "screen",
                "screen:0,0,10,10",
                "window:Jitsi Meet | 7b",
                "http://host/a?b=c",
                "https://host/",
                "rtsp://user:secret@host/a",
                "a folder/of images",
                "C:\\clips\\a.mp4",
                "name:with:colons.mp4"
            })
    void what_is_typed_comes_back_as_text(String typed) throws Exception {
        assertThat(SourceChoice.parse(typed).text()).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "camera:",
                "window: ",
                "camera:x",
                "camera:-1",
                "camera:100",
                "camera:99999999999",
                "screen:",
                "screen:1,2,3",
                "screen:0,0,0,10",
                "screen:0,0,10,-10",
                "http:",
                "http://",
                "http:///path",
                "http://ho st/",
                "http://host:99999/",
                "rtsp:/host/a",
                "ftp://host/clip.mp4",
                "rtmp://host/live",
                "file://%zz",
                "file:///%zz",
                "file://server/a.mp4",
                "a\0b"
            })
    void nonsense_is_refused_with_what_could_be_typed(String typed) {
        assertThatThrownBy(() -> SourceChoice.parse(typed))
                .isInstanceOf(FrameSourceException.class)
                .hasMessageMatching("(?s).{20,}[.]")
                .satisfies(problem ->
                        assertThat(((FrameSourceException) problem).mayReturn()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtsp://admin:sec ret@camera.local/a",
                "rtsp://admin:ret/sec#x@camera.local/a",
                "rtsp://admin:secret@camera.local:99999/a",
                "rtmp://admin:secret@camera.local/a",
                "admin:secret@camera.local/a",
                "http:/admin:secret@camera.local/a",
                "rtps:admin:secret@camera.local/a"
            })
    void a_password_is_not_even_shown_when_the_address_is_refused(String typed) {
        assertThatThrownBy(() -> SourceChoice.parse(typed))
                .isInstanceOf(FrameSourceException.class)
                .hasMessageContaining("camera.local")
                .hasMessageNotContainingAny("sec", "ret", "admin")
                .hasNoCause();
    }

    @Test
    void a_password_is_never_shown() throws Exception {
        SourceChoice choice = SourceChoice.parse("rtsp://admin:secret@camera.local:554/a");

        assertThat(choice.name()).isEqualTo("rtsp://camera.local:554/a");
        assertThat(choice.text()).contains("secret");
        assertThat(choice.toString()).doesNotContain("secret");
        assertThat(SourceChoice.parse("http://cam/v.cgi?user=me&pwd=secret&channel=1").name())
                .isEqualTo("http://cam/v.cgi?user=...&pwd=...&channel=1");
    }
}
