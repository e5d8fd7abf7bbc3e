package org.classbarometer.frame;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.opencv.core.Mat;

/// One camera image with its times. Native memory with one owner at a time: the capture thread fills
/// it, [LatestFrame] hands it on, the analysis thread closes it, which gives the memory back to the
/// pool it came from. Not thread-safe.
public final class Frame implements AutoCloseable {
    private final Mat image;
    private final Consumer<Frame> giveBack;
    private final AtomicBoolean out = new AtomicBoolean(true);
    private long sourceNanos;
    private long capturedNanos;
    private long sequence;
    private int part;
    private boolean demo;

    Frame(Consumer<Frame> giveBack) {
        OpenCv.load();
        this.image = new Mat();
        this.giveBack = giveBack;
    }

    /// BGR, 8 bits a channel, rows x columns in pixels. Valid until [#close()].
    public Mat image() {
        return image;
    }

    /// When the source says the frame was taken, nanoseconds since the source's first frame;
    /// never decreasing within one [#part()]. A source that went away and came back goes on after
    /// the pause it made.
    public long sourceNanos() {
        return sourceNanos;
    }

    /// [System#nanoTime()] when the frame reached this program; latencies count from here.
    public long capturedNanos() {
        return capturedNanos;
    }

    /// Number of the frame since the capture was started, from 0; gaps are dropped frames.
    public long sequence() {
        return sequence;
    }

    /// Number of the stretch of the source that the frame belongs to, from 0: another one begins where
    /// a recording was sought in.
    public int part() {
        return part;
    }

    /// Whether it is of the demo class, in which there is nobody: [FrameSource#isDemo()].
    public boolean isDemo() {
        return demo;
    }

    void stamp(
            long newSequence,
            int newPart,
            long newSourceNanos,
            long newCapturedNanos,
            boolean newDemo) {
        demo = newDemo;
        part = newPart;
        sequence = newSequence;
        sourceNanos = newSourceNanos;
        capturedNanos = newCapturedNanos;
    }

    /// Given out again by the pool.
    void open() {
        out.set(true);
    }

    /// Gives the memory back; closing twice is harmless.
    @Override
    public void close() {
        if (out.getAndSet(false)) {
            giveBack.accept(this);
        }
    }
}
