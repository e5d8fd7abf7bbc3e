package org.classbarometer.frame.media;

import static org.bytedeco.ffmpeg.global.avutil.av_opt_set;

import java.util.function.BooleanSupplier;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.javacpp.Pointer;

/// Decides how long FFmpeg may wait: it asks again and again while it reads. An interrupt of the thread
/// that made it ends the wait, too.
final class Patience extends AVIOInterruptCB.Callback_Pointer {
    private final AVFormatContext format;
    private final boolean oneConnection;
    private final BooleanSupplier refused;
    private final Thread reader = Thread.currentThread();
    private long deadline;
    private boolean ended;
    private boolean connected;

    /// @param oneConnection whether FFmpeg may make one connection and no other: an RTSP server could
    ///     lead it to another host
    /// @param refused whether there is nothing to wait for any more
    Patience(AVFormatContext format, boolean oneConnection, BooleanSupplier refused) {
        this.format = format;
        this.oneConnection = oneConnection;
        this.refused = refused;
    }

    void renew(long nanos) {
        deadline = System.nanoTime() + nanos;
        ended = false;
    }

    /// Whether the time was up, since it was renewed.
    boolean ended() {
        return ended;
    }

    @Override
    public int call(Pointer opaque) {
        if (oneConnection && !connected) {
            // FFmpeg asks here first when it waits for its first connection, which it has begun by
            // then.
            connected = true;
            av_opt_set(format, "protocol_whitelist", MediaReader.NO_PROTOCOL, 0);
        }
        ended |= System.nanoTime() - deadline > 0;
        return ended || refused.getAsBoolean() || reader.isInterrupted() ? 1 : 0;
    }
}
