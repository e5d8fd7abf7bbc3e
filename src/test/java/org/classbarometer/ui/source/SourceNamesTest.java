package org.classbarometer.ui.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.classbarometer.frame.SourceChoice;
import org.junit.jupiter.api.Test;

class SourceNamesTest {
    @Test
    void a_stream_is_shown_without_its_password() throws Exception {
        assertThat(SourceNames.of(SourceChoice.parse("rtsp://admin:secret@camera.local:554/a")))
                .isEqualTo("rtsp://camera.local:554/a");
    }
}
