package org.classbarometer.planted;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.classbarometer.rules.Breaks;
import org.classbarometer.rules.Rule;

@Breaks(Rule.NOTHING_ENCODES_A_PICTURE)
final class SendsAFrame {
    private SendsAFrame() {}

    static int send(AVCodecContext encoder, AVFrame frame) {
        return avcodec.avcodec_send_frame(encoder, frame);
    }
}
