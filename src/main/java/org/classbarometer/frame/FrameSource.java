package org.classbarometer.frame;

import java.util.OptionalLong;
import org.opencv.core.Mat;

/// An open source of frames. Opened, read and closed on one thread, the capture thread; never shared.
public interface FrameSource extends AutoCloseable {
    /// What the source calls itself, for people: a camera's name, a file's name.
    String name();

    /// Whether it has its own clock (a file, a folder) and so can be played faster than it was
    /// taken; not so cameras, live streams and the screen.
    default boolean recorded() {
        return false;
    }

    /// Nominal frames per second, 0 when unknown.
    double framesPerSecond();

    /// How long a recording is, nanoseconds; empty for live sources, and where it does not say.
    default OptionalLong lengthNanos() {
        return OptionalLong.empty();
    }

    /// Whether its people are the rendered ones of the demo class, who are nobody. No other source ever says so,
    /// a copy of the same pictures neither.
    default boolean isDemo() {
        return false;
    }

    /// Whether [#seek] works: a recording on the disk that says how long it is.
    default boolean seekable() {
        return false;
    }

    /// Goes on from another place: the next frame read is the first one not before it, and its time is
    /// that place's. Only where the source is [#seekable()].
    ///
    /// @param nanos since the first frame; beyond the end, there is no next frame
    default void seek(long nanos) throws FrameSourceException {
        throw new UnsupportedOperationException(name());
    }

    /// Reads the next frame, waiting for it at most a few seconds.
    ///
    /// @param image receives the picture, BGR 8 bit; its memory is reused when the size fits
    /// @return nanoseconds since the first frame by the source's own clock; empty at the end
    /// @throws FrameSourceException when the source broke; [FrameSourceException#mayReturn()] says
    ///     whether opening it again later can help
    OptionalLong read(Mat image) throws FrameSourceException;

    /// [System#nanoTime()] when the frame last read reached this program, before it was decoded:
    /// latencies count from here. Recordings have their frames before they are due; for them it is
    /// the moment a frame is handed on.
    default long arrivedNanos() {
        return System.nanoTime();
    }

    /// Gives back what it holds. Closing twice is harmless.
    @Override
    void close();
}
