package org.classbarometer.frame.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.classbarometer.frame.FrameSource;
import org.classbarometer.frame.FrameSourceException;
import org.classbarometer.frame.picture.MediaException;
import org.classbarometer.text.Text;
import org.classbarometer.web.WebException;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;

/// A recording: a video file, a recording on a web server, or the demo class.
public final class VideoSource implements FrameSource {
    private static final String DEMO = "/org/classbarometer/demo/classroom.mp4";

    // A file must not make FFmpeg open other files or the network, as play lists can.
    private static final Map<String, String> FILE_ONLY =
            Map.of(
                    "protocol_whitelist",
                    "file",
                    "format_whitelist",
                    "mov,matroska,avi,mpegts,mpeg,mpegvideo,flv,asf,ogg,gif,mjpeg,h264,hevc,av1,obu,"
                            + "ivf,dv,m4v,mxf,nut,rm,wtv,yuv4mpegpipe");

    private final String name;
    private final MediaReader reader;
    private final String problems;
    private final boolean demo;
    private final boolean cutOff;
    private final boolean onDisk;
    private final MediaClock clock;
    private boolean sawPicture;

    /// @param problems the texts for what can be wrong with it, without their last part
    /// @param demo whether it is the demo class, which starts again when it was played to its end
    /// @param cutOff whether its bytes end where no recording does
    /// @param onDisk whether all of it is there at once
    private VideoSource(
            String name,
            MediaReader reader,
            String problems,
            boolean demo,
            boolean cutOff,
            boolean onDisk) {
        this.cutOff = cutOff;
        this.onDisk = onDisk;
        this.name = name;
        this.reader = reader;
        this.problems = problems;
        this.demo = demo;
        this.clock =
                new MediaClock(reader.header().framesPerSecond(), reader.header().durationNanos());
    }

    public static VideoSource demo() throws FrameSourceException {
        String name = Text.of("frame.demo.name");
        try (InputStream clip = VideoSource.class.getResourceAsStream(DEMO)) {
            if (clip == null) {
                throw FrameSourceException.hopeless(null, "frame.demo.missing");
            }
            MemoryInput memory = new MemoryInput(clip.readAllBytes());
            return new VideoSource(
                    name,
                    new MediaReader("", memory, null, FILE_ONLY, false),
                    "frame.video",
                    true,
                    false,
                    false);
        } catch (IOException | MediaException broken) {
            throw FrameSourceException.hopeless(broken, "frame.demo.missing");
        }
    }

    public static VideoSource file(Path path) throws FrameSourceException {
        try {
            if (Files.size(path) == 0) {
                throw FrameSourceException.hopeless(null, "frame.video.empty", path.toString());
            }
            // "file:" keeps FFmpeg from reading a name like "concat:a.mp4" as an instruction.
            String address = "file:" + path.toAbsolutePath();
            MediaReader reader = new MediaReader(address, FILE_ONLY, false);
            if (reader.isTiled()) {
                reader.close();
                throw FrameSourceException.hopeless(null, "frame.video.tiles", path.toString());
            }
            boolean cut = TransportStream.isCutOff(path);
            return new VideoSource(nameOf(path), reader, "frame.video", false, cut, true);
        } catch (IOException unreadable) {
            throw FrameSourceException.hopeless(
                    unreadable, "frame.file.unreadable", path.toString());
        } catch (MediaException broken) {
            throw FrameSourceException.hopeless(broken, "frame.video.broken", path.toString());
        }
    }

    /// A recording on a web server, already opened.
    static VideoSource web(String name, MediaReader reader) {
        return new VideoSource(name, reader, "frame.webVideo", false, false, false);
    }

    private static String nameOf(Path path) {
        Path last = path.getFileName();
        return last == null ? path.toString() : last.toString();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean recorded() {
        return true;
    }

    @Override
    public boolean isDemo() {
        return demo;
    }

    @Override
    public OptionalLong lengthNanos() {
        return demo ? OptionalLong.empty() : reader.header().durationNanos();
    }

    @Override
    public boolean seekable() {
        return onDisk && lengthNanos().isPresent() && !reader.header().isBare();
    }

    @Override
    public void seek(long nanos) throws FrameSourceException {
        try {
            reader.seek(clock.seek(nanos, reader.startNanos()));
        } catch (MediaException broken) {
            throw damaged(broken);
        }
    }

    @Override
    public double framesPerSecond() {
        return reader.header().framesPerSecond();
    }

    @Override
    public OptionalLong read(Mat image) throws FrameSourceException {
        try {
            if (reader.read(image) || startedAgain(image) || isLast(image)) {
                sawPicture = true;
                return OptionalLong.of(clock.at(reader.stamp()));
            }
        } catch (MediaException broken) {
            throw damaged(broken);
        }
        if (!sawPicture || cutOff || reader.endedEarly()) {
            throw damaged(null);
        }
        return OptionalLong.empty();
    }

    private FrameSourceException damaged(@Nullable MediaException cause) {
        Optional<IOException> fetching = reader.failure();
        if (cause != null && fetching.isPresent() && fetching.get() instanceof WebException) {
            return WebSources.problem(name, cause, fetching);
        }
        String key = problems + (sawPicture ? ".truncated" : ".broken");
        return FrameSourceException.hopeless(cause, key, name);
    }

    private boolean startedAgain(Mat image) throws MediaException {
        if (!demo || !sawPicture) {
            return false;
        }
        reader.rewind();
        return reader.read(image);
    }

    // Whoever seeks behind the last picture sees that one.
    private boolean isLast(Mat image) throws MediaException {
        OptionalLong last = reader.passedOver();
        if (last.isEmpty()) {
            return false;
        }
        clock.back(last.getAsLong());
        reader.seek(last.getAsLong());
        return reader.read(image);
    }

    @Override
    public void close() {
        reader.close();
    }
}
