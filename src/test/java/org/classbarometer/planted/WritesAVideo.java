package org.classbarometer.planted;

import org.classbarometer.rules.Breaks;
import org.classbarometer.rules.Rule;
import org.opencv.core.Size;
import org.opencv.videoio.VideoWriter;

@Breaks(Rule.NOTHING_ENCODES_A_PICTURE)
final class WritesAVideo {
    private WritesAVideo() {}

    static VideoWriter video() {
        return new VideoWriter(
                "video.avi", VideoWriter.fourcc('M', 'J', 'P', 'G'), 25, new Size(640, 480));
    }
}
