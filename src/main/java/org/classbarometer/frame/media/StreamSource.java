package org.classbarometer.frame.media;

import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_FORBIDDEN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_NOT_FOUND;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_UNAUTHORIZED;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_INVALIDDATA;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_STREAM_NOT_FOUND;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EINVAL;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.classbarometer.frame.FrameSource;
import org.classbarometer.frame.FrameSourceException;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.frame.picture.MediaException;
import org.opencv.core.Mat;

/// A live network stream that FFmpeg plays: RTSP, or what [WebSources] fetches for it. It has no end: when the server closes it, it broke.
public final class StreamSource implements FrameSource {
    // By TCP alone: for UDP FFmpeg would open connections wherever the server says. It goes through
    // firewalls, and no picture is torn.
    private static final Map<String, String> RTSP =
            Map.of(
                    "protocol_whitelist",
                    "tcp",
                    "format_whitelist",
                    "rtsp",
                    "rtsp_transport",
                    "tcp",
                    // Looking long at the start of a stream would only make it late.
                    "analyzeduration",
                    "1000000",
                    "fpsprobesize",
                    "0");

    private final String name;
    private final MediaReader reader;
    private final MediaClock clock;

    StreamSource(String name, MediaReader reader) {
        this.name = name;
        this.reader = reader;
        this.clock = new MediaClock(reader.header().framesPerSecond());
    }

    /// Opens an RTSP address.
    public static FrameSource open(SourceChoice.Stream choice) throws FrameSourceException {
        URI address = choice.address();
        String name = choice.name();
        try {
            // FFmpeg would report an unknown host as an input/output error.
            InetAddress.getByName(address.getHost());
            return new StreamSource(name, new MediaReader(address.toString(), RTSP, true));
        } catch (UnknownHostException unknown) {
            throw FrameSourceException.mayReturn(
                    unknown, "frame.stream.host", name, address.getHost());
        } catch (MediaException failed) {
            throw problem(name, failed);
        }
    }

    static FrameSourceException problem(String name, MediaException failed) {
        int code = failed.code();
        if (failed.timedOut()) {
            return problem("frame.stream.silent", name, failed);
        }
        if (code == AVERROR_HTTP_NOT_FOUND) {
            return problem("frame.stream.notFound", name, failed);
        }
        if (code == AVERROR_HTTP_UNAUTHORIZED || code == AVERROR_HTTP_FORBIDDEN) {
            return problem("frame.stream.password", name, failed);
        }
        if (code == AVERROR_INVALIDDATA
                || code == AVERROR_STREAM_NOT_FOUND
                || code == AVERROR_EINVAL()) {
            return problem("frame.stream.noVideo", name, failed);
        }
        return problem("frame.stream.unreachable", name, failed);
    }

    private static FrameSourceException problem(String key, String name, MediaException failed) {
        return FrameSourceException.mayReturn(failed, key, name, failed.words());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public double framesPerSecond() {
        return reader.header().framesPerSecond();
    }

    @Override
    public OptionalLong read(Mat image) throws FrameSourceException {
        try {
            if (reader.read(image)) {
                return OptionalLong.of(clock.at(reader.stamp()));
            }
        } catch (MediaException broken) {
            Optional<IOException> cause = reader.failure();
            if (cause.isPresent()) {
                throw WebSources.problem(name, broken, cause);
            }
            throw problem(
                    broken.timedOut() ? "frame.stream.silent" : "frame.stream.broke", name, broken);
        }
        throw FrameSourceException.mayReturn(null, "frame.stream.broke", name);
    }

    @Override
    public long arrivedNanos() {
        return reader.arrivedNanos();
    }

    @Override
    public void close() {
        reader.close();
    }
}
