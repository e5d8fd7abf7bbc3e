package org.classbarometer.frame.picture;

import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.nio.charset.StandardCharsets;

/// What FFmpeg said, not yet in the user's words: that needs to know what was being opened.
public final class MediaException extends Exception {
    private final int code;
    private final boolean timedOut;

    /// @param code one of FFmpeg's `AVERROR` numbers
    /// @param timedOut whether we gave up waiting, rather than FFmpeg
    public MediaException(int code, boolean timedOut) {
        super(describe(code));
        this.code = code;
        this.timedOut = timedOut;
    }

    /// FFmpeg's words, in English.
    public String words() {
        return describe(code);
    }

    public int code() {
        return code;
    }

    public boolean timedOut() {
        return timedOut;
    }

    private static String describe(int code) {
        byte[] text = new byte[128];
        av_strerror(code, text, text.length);
        int length = 0;
        while (length < text.length && text[length] != 0) {
            length++;
        }
        return new String(text, 0, length, StandardCharsets.UTF_8);
    }
}
