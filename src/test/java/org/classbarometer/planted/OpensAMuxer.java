package org.classbarometer.planted;

import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.global.avformat;
import org.classbarometer.rules.Breaks;
import org.classbarometer.rules.Rule;

@Breaks(Rule.NOTHING_ENCODES_A_PICTURE)
final class OpensAMuxer {
    private OpensAMuxer() {}

    static int open(AVFormatContext context) {
        return avformat.avformat_alloc_output_context2(
                context, (AVOutputFormat) null, "mp4", "video.mp4");
    }
}
