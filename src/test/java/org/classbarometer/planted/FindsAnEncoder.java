package org.classbarometer.planted;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.global.avcodec;
import org.classbarometer.rules.Breaks;
import org.classbarometer.rules.Rule;

@Breaks(Rule.NOTHING_ENCODES_A_PICTURE)
final class FindsAnEncoder {
    private FindsAnEncoder() {}

    static AVCodec encoder() {
        return avcodec.avcodec_find_encoder(avcodec.AV_CODEC_ID_H264);
    }
}
