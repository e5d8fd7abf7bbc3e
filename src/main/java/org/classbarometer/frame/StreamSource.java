package org.classbarometer.frame;

import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_FORBIDDEN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_NOT_FOUND;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_UNAUTHORIZED;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_INVALIDDATA;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_STREAM_NOT_FOUND;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EINVAL;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.classbarometer.frame.FrameSourceException.Outlook;
import org.classbarometer.text.Text;
import org.opencv.core.Mat;

/// A live network stream: MJPEG over HTTP, RTSP, and what else FFmpeg plays from an address. It has
/// no end: when the server closes it, it broke.
final class StreamSource implements FrameSource {
    private static final Map<String, String> OPTIONS =
            Map.of(
                    "protocol_whitelist",
                    "http,https,tcp,tls,crypto,rtp,rtcp,udp",
                    "format_whitelist",
                    "mpjpeg,mjpeg,rtsp,rtp,sdp,hls,mov,matroska,mpegts,flv,avi,asf,ogg,h264,hevc",
                    // Through firewalls and without torn pictures; by UDP only where TCP is
                    // refused.
                    "rtsp_flags",
                    "prefer_tcp",
                    // Looking long at the start of a stream would only make it late.
                    "analyzeduration",
                    "1000000",
                    "fpsprobesize",
                    "0");

    private static final Set<String> TIMELESS = Set.of("mpjpeg", "mjpeg");

    private final String name;
    private final MediaReader reader;
    private final MediaClock clock;
    private final boolean stampedByArrival;

    private StreamSource(String name, MediaReader reader) {
        this.name = name;
        this.reader = reader;
        this.clock = new MediaClock(reader.framesPerSecond());
        // These formats bear no time; FFmpeg makes one up from a guessed frame rate.
        this.stampedByArrival = TIMELESS.contains(reader.formatName());
    }

    /// @return a live stream, or a [VideoSource] when the address leads to a recording
    static FrameSource open(SourceChoice.Stream choice) throws FrameSourceException {
        URI address = choice.address();
        String name = choice.name();
        try {
            // FFmpeg would report an unknown host as an input/output error.
            InetAddress.getByName(address.getHost());
            MediaReader reader = new MediaReader(address.toString(), null, OPTIONS, true);
            boolean web =
                    String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT).startsWith("http");
            return web && reader.hasDuration()
                    ? VideoSource.web(name, reader)
                    : new StreamSource(name, reader);
        } catch (UnknownHostException unknown) {
            throw new FrameSourceException(
                    Text.of("frame.stream.host", name, address.getHost()),
                    Outlook.MAY_RETURN,
                    unknown);
        } catch (MediaException failed) {
            throw problem(name, failed);
        }
    }

    private static FrameSourceException problem(String name, MediaException failed) {
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
        return new FrameSourceException(
                Text.of(key, name, failed.words()), Outlook.MAY_RETURN, failed);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean recorded() {
        return false;
    }

    @Override
    public double framesPerSecond() {
        return stampedByArrival ? 0 : reader.framesPerSecond();
    }

    @Override
    public OptionalLong read(Mat image) throws FrameSourceException {
        try {
            if (reader.read(image)) {
                OptionalLong stamp =
                        stampedByArrival ? OptionalLong.of(reader.arrivedNanos()) : reader.stamp();
                return OptionalLong.of(clock.at(stamp));
            }
        } catch (MediaException broken) {
            throw new FrameSourceException(
                    Text.of(
                            broken.timedOut() ? "frame.stream.silent" : "frame.stream.broke",
                            name,
                            broken.words()),
                    Outlook.MAY_RETURN,
                    broken);
        }
        throw new FrameSourceException(
                Text.of("frame.stream.broke", name), Outlook.MAY_RETURN, null);
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
