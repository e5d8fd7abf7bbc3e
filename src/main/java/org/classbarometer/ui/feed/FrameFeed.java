package org.classbarometer.ui.feed;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.classbarometer.frame.SourceState;
import org.classbarometer.monitor.FrameAnalysis;
import org.classbarometer.monitor.MonitorListener;
import org.opencv.core.Mat;

/// Carries analysed frames from the analysis thread to the JavaFX thread: the newest wins, and the
/// screen has at most one of them to do at a time.
public final class FrameFeed implements MonitorListener {
    private final Executor screen;
    private final LiveEvents events;
    private final MoodHistory history;
    private final RateMeter analysed;
    private final PictureBuffers buffers = new PictureBuffers();
    private final AtomicReference<Optional<LiveFrame>> waiting =
            new AtomicReference<>(Optional.empty());
    private Optional<Picture> shown = Optional.empty();
    private Optional<Picture> shownBefore = Optional.empty();

    /// @param screen runs on the JavaFX thread: `Platform::runLater`
    /// @param history takes every frame, also those the screen has no time for
    /// @param analysed counts every frame
    public FrameFeed(Executor screen, LiveEvents events, MoodHistory history, RateMeter analysed) {
        this.screen = screen;
        this.events = events;
        this.history = history;
        this.analysed = analysed;
    }

    @Override
    public void analysed(FrameAnalysis analysis) {
        long captured = analysis.frame().capturedNanos();
        history.add(analysis.mood(), captured, analysis.frame().isDemo());
        analysed.count(System.nanoTime());
        Mat image = analysis.frame().image();
        Optional<Picture> free = buffers.borrow(image.cols(), image.rows());
        if (free.isEmpty()) {
            return;
        }
        Picture picture = free.get();
        picture.take(image);
        LiveFrame frame =
                new LiveFrame(
                        picture,
                        analysis.faces(),
                        analysis.mood(),
                        analysis.timings(),
                        captured,
                        analysis.frame().sourceNanos(),
                        analysis.dropped(),
                        analysis.load());
        Optional<LiveFrame> overtaken = waiting.getAndSet(Optional.of(frame));
        if (overtaken.isPresent()) {
            buffers.giveBack(overtaken.get().picture());
        } else {
            screen.execute(this::show);
        }
    }

    private void show() {
        waiting.getAndSet(Optional.empty())
                .ifPresent(frame -> {
                    shownBefore.ifPresent(buffers::giveBack);
                    shownBefore = shown;
                    shown = Optional.of(frame.picture());
                    events.frame(frame);
                });
    }

    @Override
    public void sourceChanged(SourceState state) {
        screen.execute(() -> events.source(state));
    }

    @Override
    public void broke(String problem) {
        screen.execute(() -> events.broke(problem));
    }
}
