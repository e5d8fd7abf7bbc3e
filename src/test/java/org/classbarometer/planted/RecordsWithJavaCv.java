package org.classbarometer.planted;

import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.classbarometer.rules.Breaks;
import org.classbarometer.rules.Rule;

@Breaks(Rule.NOTHING_KNOWS_A_PICTURE_WRITER)
final class RecordsWithJavaCv {
    private RecordsWithJavaCv() {}

    static FFmpegFrameRecorder recorder() {
        return new FFmpegFrameRecorder("video.mp4", 640, 480);
    }
}
