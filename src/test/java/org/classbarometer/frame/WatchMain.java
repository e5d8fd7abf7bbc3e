package org.classbarometer.frame;

import java.util.concurrent.TimeUnit;
import org.classbarometer.frame.system.SystemFrameSources;

/// The program of the child JVMs: plays a source, prints its states and every tenth frame, until a
/// line is entered.
public final class WatchMain {
    private WatchMain() {}

    public static void main(String[] arguments) throws Exception {
        SourceChoice choice = SourceChoice.parse(arguments[0]);
        try (LatestFrame slot = new LatestFrame();
                Capture capture =
                        new Capture(
                                choice,
                                Capture.Pace.SOURCE,
                                new SystemFrameSources(),
                                slot,
                                WatchMain::print)) {
            capture.start();
            while (System.in.available() == 0) {
                try (Frame frame = slot.take(50, TimeUnit.MILLISECONDS)) {
                    if (frame != null && frame.sequence() % 10 == 0) {
                        print(describe(frame));
                    }
                }
            }
        }
        print("stopped");
    }

    private static String describe(Frame frame) {
        double[] pixel = frame.image().get(frame.image().rows() / 2, frame.image().cols() / 4);
        return "frame %d at %d ms, %dx%d, colour %d %d %d"
                .formatted(
                        frame.sequence(),
                        TimeUnit.NANOSECONDS.toMillis(frame.sourceNanos()),
                        frame.image().cols(),
                        frame.image().rows(),
                        (int) pixel[0],
                        (int) pixel[1],
                        (int) pixel[2]);
    }

    private static void print(Object line) {
        System.out.println(line);
        System.out.flush();
    }
}
