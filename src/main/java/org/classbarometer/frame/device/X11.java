package org.classbarometer.frame.device;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/// A connection to an X11 display: which windows are open, and what one of them shows. The few calls to libX11
/// that this needs, on 64-bit Linux (Xlib - C Language X Interface, X.Org, release 6.7). Not thread-safe.
final class X11 implements AutoCloseable {
    private static final int VIEWABLE = 2;
    private static final int Z_PIXMAP = 2;
    private static final long ALL_PLANES = -1;
    private static final long ANY_TYPE = 0;
    // In units of four bytes: more windows, or a longer title, than anybody has.
    private static final long LONGEST_PROPERTY = 4096;

    // Of XWindowAttributes and XImage, as a C compiler lays them out.
    private static final long ATTRIBUTES_SIZE = 136;
    private static final long WIDTH = 8;
    private static final long HEIGHT = 12;
    private static final long MAP_STATE = 92;
    private static final long IMAGE_SIZE = 56;
    private static final long IMAGE_DATA = 16;
    private static final long IMAGE_BYTES_PER_LINE = 44;
    private static final long IMAGE_BITS_PER_PIXEL = 48;

    /// @param id the display's number of it
    /// @param title as its bar tells it
    record Window(long id, String title) {}

    /// What of a window can be seen, in its own pixels.
    private record Part(int x, int y, int width, int height) {}

    private final X11Calls calls;
    private final MemorySegment display;
    private final long root;
    private final long clients;
    private final long name;
    private final long oldName;
    private final long process;
    private final long utf8;

    private X11(X11Calls calls, MemorySegment display) {
        this.calls = calls;
        this.display = display;
        root = calls.number(calls.rootWindow, display);
        clients = atom("_NET_CLIENT_LIST");
        name = atom("_NET_WM_NAME");
        oldName = atom("WM_NAME");
        process = atom("_NET_WM_PID");
        utf8 = atom("UTF8_STRING");
    }

    /// Connects to the display of this desktop.
    ///
    /// @return empty when there is none, or no libX11
    static Optional<X11> open() {
        X11Calls calls;
        try {
            calls = X11Calls.get();
        } catch (LinkageError _) {
            return Optional.empty();
        }
        MemorySegment display = calls.open();
        return display.address() == 0 ? Optional.empty() : Optional.of(new X11(calls, display));
    }

    private long atom(String of) {
        try (Arena arena = Arena.ofConfined()) {
            return calls.number(calls.atom, display, arena.allocateFrom(of), 0);
        }
    }

    /// The windows of other programs that have a title, also the minimised ones; the lowest first.
    List<Window> windows() {
        List<Long> ids = property(root, clients).map(Property::numbers).orElseGet(this::topmost);
        List<Window> windows = new ArrayList<>();
        for (long id : ids) {
            title(id).filter(_ -> !isOurs(id)).ifPresent(it -> windows.add(new Window(id, it)));
        }
        return windows;
    }

    // Where no window manager keeps a list.
    private List<Long> topmost() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment ignored = arena.allocate(JAVA_LONG);
            MemorySegment children = arena.allocate(ADDRESS);
            MemorySegment count = arena.allocate(JAVA_INT);
            if (calls.number(calls.tree, display, root, ignored, ignored, children, count) == 0) {
                return List.of();
            }
            List<Long> ids = numbers(children.get(ADDRESS, 0), count.get(JAVA_INT, 0));
            return ids.stream().filter(this::isShown).toList();
        }
    }

    private List<Long> numbers(MemorySegment of, long count) {
        if (of.address() == 0) {
            return List.of();
        }
        List<Long> numbers = new ArrayList<>();
        MemorySegment all = of.reinterpret(count * Long.BYTES);
        for (int i = 0; i < count; i++) {
            numbers.add(all.getAtIndex(JAVA_LONG, i));
        }
        calls.number(calls.free, of);
        return numbers;
    }

    private Optional<String> title(long window) {
        return property(window, name)
                .or(() -> property(window, oldName))
                .map(Property::text)
                .map(text -> text.replaceAll("\\p{Cntrl}", " ").strip())
                .filter(text -> !text.isEmpty());
    }

    private boolean isOurs(long window) {
        return property(window, process)
                .map(Property::numbers)
                .filter(numbers -> numbers.contains(ProcessHandle.current().pid()))
                .isPresent();
    }

    // Of its items of 8 bits the bytes; of those of 32, which Xlib gives as a C `long`, the
    // numbers.
    private record Property(byte[] bytes, boolean inUtf8, List<Long> numbers) {
        String text() {
            Charset charset = inUtf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
            return new String(bytes, charset);
        }
    }

    private Optional<Property> property(long window, long property) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment type = arena.allocate(JAVA_LONG);
            MemorySegment format = arena.allocate(JAVA_INT);
            MemorySegment items = arena.allocate(JAVA_LONG);
            MemorySegment rest = arena.allocate(JAVA_LONG);
            MemorySegment value = arena.allocate(ADDRESS);
            long failed =
                    calls.number(
                            calls.property,
                            display,
                            window,
                            property,
                            0L,
                            LONGEST_PROPERTY,
                            0,
                            ANY_TYPE,
                            type,
                            format,
                            items,
                            rest,
                            value);
            MemorySegment found = value.get(ADDRESS, 0);
            long count = items.get(JAVA_LONG, 0);
            if (failed != 0 || found.address() == 0) {
                return Optional.empty();
            }
            if (format.get(JAVA_INT, 0) == Integer.SIZE) {
                return Optional.of(new Property(new byte[0], false, numbers(found, count)));
            }
            byte[] bytes =
                    format.get(JAVA_INT, 0) == Byte.SIZE
                            ? found.reinterpret(count).toArray(JAVA_BYTE)
                            : new byte[0];
            calls.number(calls.free, found);
            return Optional.of(new Property(bytes, type.get(JAVA_LONG, 0) == utf8, List.of()));
        }
    }

    /// Whether a window is there, be it minimised or not.
    boolean isThere(long window) {
        try (Arena arena = Arena.ofConfined()) {
            return attributes(window, arena).isPresent();
        }
    }

    private boolean isShown(long window) {
        try (Arena arena = Arena.ofConfined()) {
            return attributes(window, arena)
                    .filter(of -> of.get(JAVA_INT, MAP_STATE) == VIEWABLE)
                    .isPresent();
        }
    }

    private Optional<MemorySegment> attributes(long window, Arena arena) {
        MemorySegment attributes = arena.allocate(ATTRIBUTES_SIZE, Long.BYTES);
        return calls.number(calls.attributes, display, window, attributes) == 0
                ? Optional.empty()
                : Optional.of(attributes);
    }

    private Optional<Part> shown(long window) {
        try (Arena arena = Arena.ofConfined()) {
            Optional<MemorySegment> found = attributes(window, arena);
            Optional<MemorySegment> whole = attributes(root, arena);
            MemorySegment x = arena.allocate(JAVA_INT);
            MemorySegment y = arena.allocate(JAVA_INT);
            MemorySegment child = arena.allocate(JAVA_LONG);
            if (found.isEmpty()
                    || whole.isEmpty()
                    || found.get().get(JAVA_INT, MAP_STATE) != VIEWABLE
                    || calls.number(calls.place, display, window, root, 0, 0, x, y, child) == 0) {
                return Optional.empty();
            }
            int left = Math.max(0, -x.get(JAVA_INT, 0));
            int top = Math.max(0, -y.get(JAVA_INT, 0));
            int right =
                    Math.min(
                            found.get().get(JAVA_INT, WIDTH),
                            whole.get().get(JAVA_INT, WIDTH) - x.get(JAVA_INT, 0));
            int bottom =
                    Math.min(
                            found.get().get(JAVA_INT, HEIGHT),
                            whole.get().get(JAVA_INT, HEIGHT) - y.get(JAVA_INT, 0));
            return right - left < 1 || bottom - top < 1
                    ? Optional.empty()
                    : Optional.of(new Part(left, top, right - left, bottom - top));
        }
    }

    /// Takes what a window shows now: its own picture where the desktop composes windows, as all common ones do;
    /// elsewhere what covers it is seen too.
    ///
    /// @param into receives the picture, BGR 8 bit
    /// @return whether anything of it is on the screen
    boolean read(long window, Mat into) {
        Optional<Part> part = shown(window);
        if (part.isEmpty()) {
            return false;
        }
        Part of = part.get();
        MemorySegment image =
                calls.segment(
                        calls.image,
                        display,
                        window,
                        of.x,
                        of.y,
                        of.width,
                        of.height,
                        ALL_PLANES,
                        Z_PIXMAP);
        if (image.address() == 0) {
            // It went away, or moved, since it was asked where it is.
            return false;
        }
        try {
            return convert(image.reinterpret(IMAGE_SIZE), of, into);
        } finally {
            calls.number(calls.destroyImage, image);
        }
    }

    private static boolean convert(MemorySegment image, Part of, Mat into) {
        if (image.get(JAVA_INT, IMAGE_BITS_PER_PIXEL) != Integer.SIZE) {
            return false;
        }
        long line = image.get(JAVA_INT, IMAGE_BYTES_PER_LINE);
        MemorySegment pixels = image.get(ADDRESS, IMAGE_DATA).reinterpret(line * of.height);
        // 0xAARRGGBB in a little-endian int lies in memory as B, G, R, A; every platform we run on
        // is little-endian.
        Mat withAlpha = new Mat(of.height, of.width, CvType.CV_8UC4, pixels.asByteBuffer(), line);
        Imgproc.cvtColor(withAlpha, into, Imgproc.COLOR_BGRA2BGR);
        withAlpha.release();
        return true;
    }

    @Override
    public void close() {
        calls.close(display);
    }
}
