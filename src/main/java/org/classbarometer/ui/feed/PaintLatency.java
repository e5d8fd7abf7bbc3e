package org.classbarometer.ui.feed;

import java.util.Arrays;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;

/// How long a frame takes from capture until it is painted, as seen from the JavaFX thread.
///
/// Counted from the moment the frame reached the program to the start of the pulse after the one
/// that laid it out and handed it to the renderer. A pulse comes at most 60 times a second, so the
/// figure is at most one pulse (16.7 ms) too long; it does not include what the system's compositor
/// and the display add. Used on the JavaFX thread only.
public final class PaintLatency {
    private static final int REMEMBERED = 512;
    private static final long NONE = Long.MIN_VALUE;

    private final long[] latencies = new long[REMEMBERED];
    private Optional<AnimationTimer> nextPulse = Optional.empty();
    private final Runnable laidOut = this::handedToRenderer;
    private long count;
    private long shownCapture = NONE;
    private long rendering = NONE;

    /// Begins to listen to the pulses of the scene that shows the frames.
    public void attach(Scene scene) {
        scene.addPostLayoutPulseListener(laidOut);
        AnimationTimer timer =
                new AnimationTimer() {
                    @Override
                    public void handle(long ignored) {
                        painted();
                    }
                };
        nextPulse = Optional.of(timer);
    }

    public void detach(Scene scene) {
        scene.removePostLayoutPulseListener(laidOut);
        nextPulse.ifPresent(AnimationTimer::stop);
        nextPulse = Optional.empty();
    }

    /// A frame was put on the screen's scene graph and waits for its pulse.
    ///
    /// @param capturedNanos when it reached the program
    public void shown(long capturedNanos) {
        shownCapture = capturedNanos;
        nextPulse.ifPresent(AnimationTimer::start);
    }

    private void handedToRenderer() {
        if (shownCapture != NONE) {
            rendering = shownCapture;
            shownCapture = NONE;
        }
    }

    private void painted() {
        if (rendering != NONE) {
            latencies[(int) (count++ % REMEMBERED)] = System.nanoTime() - rendering;
            rendering = NONE;
        }
        if (shownCapture == NONE) {
            // A running timer would keep JavaFX pulsing with nothing to paint.
            nextPulse.ifPresent(AnimationTimer::stop);
        }
    }

    /// Frames painted so far.
    public long paintedFrames() {
        return count;
    }

    /// @param quantile in [0, 1]
    /// @param last of how many frames, at most 512
    /// @return nanoseconds; 0 while nothing was painted
    public long quantile(double quantile, int last) {
        int many = (int) Math.min(Math.min(last, REMEMBERED), count);
        if (many == 0) {
            return 0;
        }
        long[] recent = new long[many];
        for (int i = 0; i < many; i++) {
            recent[i] = latencies[(int) ((count - 1 - i) % REMEMBERED)];
        }
        Arrays.sort(recent);
        return recent[(int) Math.min(many - 1L, Math.round(quantile * (many - 1)))];
    }

    /// Forgets what was measured: another source begins.
    public void clear() {
        count = 0;
    }
}
