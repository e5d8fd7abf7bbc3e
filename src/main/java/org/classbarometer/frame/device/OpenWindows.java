package org.classbarometer.frame.device;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.classbarometer.frame.FrameSourceException;

/// The windows of other programs that are open on this desktop. Only X11 lets a program look at another's.
public final class OpenWindows {
    private OpenWindows() {}

    /// Their titles, the topmost first; asks the display, which takes milliseconds.
    ///
    /// @throws FrameSourceException where the system does not let windows be listed, with the way out
    public static List<String> titles() throws FrameSourceException {
        try (X11 display = display()) {
            return titles(display.windows());
        }
    }

    private static List<String> titles(List<X11.Window> windows) {
        return windows.reversed().stream().map(X11.Window::title).distinct().toList();
    }

    static X11 display() throws FrameSourceException {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (!system.contains("linux")) {
            throw FrameSourceException.hopeless(null, "frame.window.elsewhere");
        }
        Map<String, String> environment = System.getenv();
        if (ScreenSource.onWayland(environment)) {
            throw FrameSourceException.hopeless(null, "frame.window.wayland");
        }
        Optional<X11> display = X11.open();
        return display.orElseThrow(
                () -> FrameSourceException.hopeless(null, "frame.screen.headless"));
    }

    /// The window of that title; else the only one whose title holds it, in capitals or not.
    static X11.Window named(String title, List<X11.Window> open) throws FrameSourceException {
        // Of two with the same title the upper one.
        List<X11.Window> upperFirst = open.reversed();
        Optional<X11.Window> same =
                upperFirst.stream().filter(window -> window.title().equals(title)).findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        String wanted = title.toLowerCase(Locale.ROOT);
        List<X11.Window> alike =
                upperFirst.stream()
                        .filter(window -> window.title().toLowerCase(Locale.ROOT).contains(wanted))
                        .toList();
        if (alike.isEmpty()) {
            // Without the others' titles: this may be shown where a class sees it.
            throw FrameSourceException.mayReturn(null, "frame.window.unknown", title);
        }
        if (titles(alike).size() > 1) {
            throw FrameSourceException.hopeless(
                    null, "frame.window.several", title, String.join(", ", titles(alike)));
        }
        return alike.getFirst();
    }
}
