package org.classbarometer.frame.media;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.classbarometer.frame.FrameSource;
import org.classbarometer.frame.FrameSourceException;
import org.classbarometer.frame.picture.ImageDecoder;
import org.opencv.core.Mat;

/// JPEGs one after another: what most network cameras send over HTTP, or a file of them. They bear no
/// time: those of a camera are stamped when they arrive, those of a file 40 ms apart.
public final class MjpegSource implements FrameSource {
    private static final double ASSUMED_RATE = 25;
    private static final int MOST_DAMAGED = 100;

    private final String name;
    private final List<Closeable> owned;
    private final JpegStream pictures;
    private final ImageDecoder decoder = new ImageDecoder();
    private final MediaClock clock = new MediaClock(ASSUMED_RATE);
    private final boolean recorded;
    private final ProblemText problems;
    private boolean sawPicture;
    private long arrived;

    /// The words for what can go wrong.
    @FunctionalInterface
    interface ProblemText {
        FrameSourceException of(IOException broken);
    }

    /// @param owned closed with this source, in order
    /// @param recorded whether it ends, as a file does
    MjpegSource(
            String name,
            InputStream in,
            List<Closeable> owned,
            boolean recorded,
            ProblemText problems) {
        this.name = name;
        this.pictures = new JpegStream(in);
        this.owned = owned;
        this.recorded = recorded;
        this.problems = problems;
    }

    public static MjpegSource file(Path path) throws FrameSourceException {
        ProblemText problems =
                broken ->
                        FrameSourceException.hopeless(
                                broken, "frame.video.broken", path.toString());
        try {
            InputStream in = Files.newInputStream(path);
            String name = String.valueOf(path.getFileName());
            return new MjpegSource(name, in, List.of(in), true, problems);
        } catch (IOException unreadable) {
            throw problems.of(unreadable);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean recorded() {
        return recorded;
    }

    @Override
    public double framesPerSecond() {
        return recorded ? ASSUMED_RATE : 0;
    }

    @Override
    public OptionalLong read(Mat image) throws FrameSourceException {
        try {
            for (int damaged = 0; damaged < MOST_DAMAGED && pictures.next(); damaged++) {
                arrived = System.nanoTime();
                ImageDecoder.Outcome outcome =
                        decoder.decode(
                                pictures.buffer(), pictures.offset(), pictures.length(), image);
                if (outcome == ImageDecoder.Outcome.DECODED) {
                    sawPicture = true;
                    return OptionalLong.of(
                            clock.at(recorded ? OptionalLong.empty() : OptionalLong.of(arrived)));
                }
            }
        } catch (IOException broken) {
            throw problems.of(broken);
        }
        if (!sawPicture) {
            throw problems.of(new JpegStream.TooMuch());
        }
        if (recorded) {
            return OptionalLong.empty();
        }
        throw FrameSourceException.mayReturn(null, "frame.stream.broke", name);
    }

    @Override
    public long arrivedNanos() {
        return arrived;
    }

    @Override
    public void close() {
        decoder.close();
        for (Closeable one : owned) {
            try {
                one.close();
            } catch (IOException _) {
                // What is not read need not end well.
            }
        }
    }
}
