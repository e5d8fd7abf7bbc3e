package org.classbarometer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    @BeforeEach
    void speakEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtsp://admin:geheim@camera.local/a",
                "RTSP://admin:geheim@camera.local",
                "http://geheim@camera.local:81/a?channel=1",
                "http://camera.local/v.cgi?user=geheim&pwd=geheim&channel=1",
                "http://camera.local/v.cgi?u=geheim&p=geheim",
                "http://camera.local/v?channel=1;password=geheim",
                "http://camera.local/v?X-Amz-Signature=geheim",
                "rtsp://camera.local:554/user=admin_password=geheim_channel=1_stream=0.sdp?real",
                "refused: rtsp://admin:geheim@camera.local/a and http://b:geheim@camera.local/b",
            })
    void what_gives_access_is_taken_out_of_every_text(String text) {
        assertThat(Secrets.without(text)).contains("camera.local").doesNotContain("geheim");
        assertThat(Text.of("frame.choice.path", text))
                .contains("camera.local")
                .doesNotContain("geheim");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admin:geheim@camera.local/a",
                "http:/admin:geheim@camera.local/a",
                "rtps://admin:ge geheim@camera.local",
                "Unmatched argument at index 1: 'rtsp://ad/min:geheim@camera.local/a'",
                "Unknown options: '--sorce', 'admin:geheim@camera.local/a'",
            })
    void of_what_was_mistyped_rather_too_much_is_taken_out(String text) {
        assertThat(Secrets.withoutAny(text)).contains("camera.local").doesNotContain("geheim");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://camera.local/a@b/c?channel=1",
                "/home/anna@school/lesson=1.mp4",
                "C:\\Users\\anna@school\\lesson.mp4",
                "lesson at 10:45 @ room 3",
            })
    void what_gives_no_access_stays(String text) {
        assertThat(Secrets.without(text)).isEqualTo(text);
    }
}
