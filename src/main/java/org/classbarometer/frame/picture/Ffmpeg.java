package org.classbarometer.frame.picture;

import static org.bytedeco.ffmpeg.global.avformat.avformat_network_init;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

/// The FFmpeg native libraries. Whatever calls them calls [#load()] first.
public final class Ffmpeg {
    private Ffmpeg() {}

    /// Loads them once and keeps them from writing to the terminal by themselves: what matters is told
    /// by our errors. Later calls return at once. Thread-safe.
    public static void load() {
        Loaded.done();
    }

    private static final class Loaded {
        static {
            av_log_set_level(AV_LOG_QUIET);
            avformat_network_init();
        }

        private static void done() {}
    }
}
