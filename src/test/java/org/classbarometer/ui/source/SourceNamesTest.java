package org.classbarometer.ui.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.classbarometer.frame.SourceChoice;
import org.junit.jupiter.api.Test;

class SourceNamesTest {
    @Test
    void a_stream_is_shown_without_its_password() throws Exception {
        assertThat(SourceNames.of(SourceChoice.parse("rtsp://admin:secret@camera.local:554/a")))
                .isEqualTo("rtsp://camera.local:554/a");
    }

    @Test
    void a_file_name_turns_no_line_around() {
        assertThat(SourceNames.of(new SourceChoice.File(Path.of("le\u202Esson\n.mp4"))))
                .isEqualTo("le\uFFFDsson\uFFFD.mp4");
        assertThat(SourceNames.of("le\u202Esson.mp4")).isEqualTo("le\uFFFDsson.mp4");
    }
}
