package org.classbarometer.planted;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.global.avformat;
import org.classbarometer.rules.Breaks;
import org.classbarometer.rules.Rule;

@Breaks(Rule.NOTHING_ENCODES_A_PICTURE)
final class WritesAPacket {
    private WritesAPacket() {}

    static int write(AVFormatContext context, AVPacket packet) {
        return avformat.av_interleaved_write_frame(context, packet);
    }
}
