package org.classbarometer.frame.device;

import java.util.OptionalLong;
import org.classbarometer.frame.FrameSource;
import org.classbarometer.frame.FrameSourceException;
import org.classbarometer.frame.FrameSourceException.Outlook;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.text.Text;
import org.opencv.core.Mat;

/// A window of another program, for lessons held online: ten pictures a second of what it shows, wherever it is
/// moved and however large it is made. The pictures are of changing size then.
public final class WindowSource implements FrameSource {
    private final X11 display;
    private final X11.Window window;
    private final ScreenBeat beat = new ScreenBeat();
    private boolean closed;

    private WindowSource(X11 display, X11.Window window) {
        this.display = display;
        this.window = window;
    }

    public static WindowSource open(SourceChoice.Window choice) throws FrameSourceException {
        X11 display = OpenWindows.display();
        try {
            return new WindowSource(display, OpenWindows.named(choice.title(), display.windows()));
        } catch (FrameSourceException unknown) {
            display.close();
            throw unknown;
        }
    }

    @Override
    public String name() {
        return window.title();
    }

    @Override
    public double framesPerSecond() {
        return ScreenBeat.FRAMES_PER_SECOND;
    }

    @Override
    public OptionalLong read(Mat image) throws FrameSourceException {
        long time = beat.next();
        if (!display.read(window.id(), image)) {
            String key =
                    display.isThere(window.id()) ? "frame.window.hidden" : "frame.window.closed";
            throw new FrameSourceException(Text.of(key, window.title()), Outlook.BUSY, null);
        }
        return OptionalLong.of(time);
    }

    @Override
    public long arrivedNanos() {
        return beat.taken();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            display.close();
        }
    }
}
