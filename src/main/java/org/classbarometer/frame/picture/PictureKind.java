package org.classbarometer.frame.picture;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_BMP;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_JPEG2000;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_PBM;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_PGM;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_PNG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_PPM;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_TIFF;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_WEBP;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// Kinds of picture files, known by their first bytes and not by their names, which chats and phones
/// often get wrong.
public enum PictureKind {
    JPEG(AV_CODEC_ID_MJPEG, "\u00FF\u00D8\u00FF"),
    PNG(AV_CODEC_ID_PNG, "\u0089PNG\r\n\u001A\n"),
    WEBP(AV_CODEC_ID_WEBP, "RIFF????WEBP"),
    TIFF_LITTLE(AV_CODEC_ID_TIFF, "II*\0"),
    TIFF_BIG(AV_CODEC_ID_TIFF, "MM\0*"),
    BMP(AV_CODEC_ID_BMP, "BM"),
    PBM_TEXT(AV_CODEC_ID_PBM, "P1"),
    PGM_TEXT(AV_CODEC_ID_PGM, "P2"),
    PPM_TEXT(AV_CODEC_ID_PPM, "P3"),
    PBM(AV_CODEC_ID_PBM, "P4"),
    PGM(AV_CODEC_ID_PGM, "P5"),
    PPM(AV_CODEC_ID_PPM, "P6"),
    JPEG_2000(AV_CODEC_ID_JPEG2000, "\0\0\0\u000CjP  \r\n\u0087\n"),
    JPEG_2000_STREAM(AV_CODEC_ID_JPEG2000, "\u00FFO\u00FFQ");

    private final int codec;
    private final String beginning;

    /// @param beginning a character a byte; a question mark stands for any byte
    PictureKind(int codec, String beginning) {
        this.codec = codec;
        this.beginning = beginning;
    }

    /// FFmpeg's number of the decoder.
    int codec() {
        return codec;
    }

    public static Optional<PictureKind> of(ByteBuffer content) {
        return Arrays.stream(values()).filter(kind -> kind.begins(content)).findFirst();
    }

    private boolean begins(ByteBuffer content) {
        if (content.limit() < beginning.length()) {
            return false;
        }
        for (int i = 0; i < beginning.length(); i++) {
            char expected = beginning.charAt(i);
            if (expected != '?' && expected != (content.get(i) & 0xFF)) {
                return false;
            }
        }
        return true;
    }
}
