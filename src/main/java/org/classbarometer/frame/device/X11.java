package org.classbarometer.frame.device;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/// A connection to an X11 display: which windows are open, and what one of them shows. Places of values in answers are
/// those of the X Window System Protocol, version 11. Not thread-safe.
final class X11 implements AutoCloseable {
    private static final int VIEWABLE = 2;
    private static final int Z_PIXMAP = 2;
    private static final int ALL_PLANES = -1;
    private static final int ANY_TYPE = 0;
    // In units of four bytes: more windows, or a longer title, than anybody has.
    private static final int LONGEST_PROPERTY = 4096;

    private static final long DATA = 32;
    private static final long ATOM = 8;
    private static final long FORMAT = 1;
    private static final long TYPE = 8;
    private static final long ITEMS = 16;
    private static final long CHILDREN = 16;
    private static final long MAP_STATE = 26;
    private static final long WIDTH = 16;
    private static final long HEIGHT = 18;
    private static final long PLACE_X = 12;
    private static final long PLACE_Y = 14;

    /// @param id the display's number of it
    /// @param title as its bar tells it
    record Window(int id, String title) {}

    /// Pixels.
    private record Size(int width, int height) {}

    private record Place(int x, int y) {}

    /// What of a window can be seen, in its own pixels.
    private record Part(int x, int y, int width, int height) {}

    private final X11Calls calls;
    private final MemorySegment display;
    private final int root;
    private final int clients;
    private final int name;
    private final int oldName;
    private final int process;
    private final int utf8;

    private X11(X11Calls calls, MemorySegment display) {
        this.calls = calls;
        this.display = display;
        root = calls.root(display);
        clients = atom("_NET_CLIENT_LIST_STACKING");
        name = atom("_NET_WM_NAME");
        oldName = atom("WM_NAME");
        process = atom("_NET_WM_PID");
        utf8 = atom("UTF8_STRING");
    }

    /// Connects to the display of this desktop.
    ///
    /// @return empty when there is none, or no libxcb
    static Optional<X11> open() {
        X11Calls calls;
        try {
            calls = X11Calls.get();
        } catch (LinkageError _) {
            return Optional.empty();
        }
        return calls.open().map(display -> new X11(calls, display));
    }

    private int atom(String of) {
        try (Arena arena = Arena.ofConfined()) {
            return calls.request(
                            calls.atom,
                            answer -> answer.get(JAVA_INT, ATOM),
                            display,
                            0,
                            of.length(),
                            arena.allocateFrom(of))
                    .orElse(0);
        }
    }

    /// The windows of other programs that have a title, also the minimised ones; the lowest first.
    List<Window> windows() {
        List<Integer> ids = property(root, clients).map(Property::numbers).orElseGet(this::topmost);
        List<Window> windows = new ArrayList<>();
        for (int id : ids) {
            title(id).filter(_ -> !isOurs(id)).ifPresent(it -> windows.add(new Window(id, it)));
        }
        return windows;
    }

    // Where no window manager keeps a list.
    private List<Integer> topmost() {
        return calls.request(calls.tree, X11::children, display, root).orElse(List.of()).stream()
                .filter(this::isShown)
                .toList();
    }

    private static List<Integer> children(MemorySegment answer) {
        int count = Short.toUnsignedInt(answer.get(JAVA_SHORT, CHILDREN));
        return numbers(answer.asSlice(DATA, (long) count * Integer.BYTES));
    }

    private static List<Integer> numbers(MemorySegment of) {
        return Arrays.stream(of.toArray(JAVA_INT)).boxed().toList();
    }

    private Optional<String> title(int window) {
        return property(window, name)
                .or(() -> property(window, oldName))
                .map(Property::text)
                .map(text -> text.replaceAll("\\p{Cntrl}", " ").strip())
                .filter(text -> !text.isEmpty());
    }

    private boolean isOurs(int window) {
        int ours = Math.toIntExact(ProcessHandle.current().pid());
        return property(window, process)
                .filter(property -> property.numbers().contains(ours))
                .isPresent();
    }

    // Of its items of 8 bits the bytes, of those of 32 the numbers.
    private record Property(byte[] bytes, boolean inUtf8, List<Integer> numbers) {
        String text() {
            Charset charset = inUtf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
            return new String(bytes, charset);
        }
    }

    // One that is not there has no items.
    private Optional<Property> property(int window, int property) {
        return calls.request(
                        calls.property,
                        this::read,
                        display,
                        0,
                        window,
                        property,
                        ANY_TYPE,
                        0,
                        LONGEST_PROPERTY)
                .filter(read -> read.bytes.length > 0 || !read.numbers.isEmpty());
    }

    private Property read(MemorySegment answer) {
        long items = answer.get(JAVA_INT, ITEMS);
        return switch (answer.get(JAVA_BYTE, FORMAT)) {
            case Integer.SIZE ->
                    new Property(
                            new byte[0],
                            false,
                            numbers(answer.asSlice(DATA, items * Integer.BYTES)));
            case Byte.SIZE ->
                    new Property(
                            answer.asSlice(DATA, items).toArray(JAVA_BYTE),
                            answer.get(JAVA_INT, TYPE) == utf8,
                            List.of());
            default -> new Property(new byte[0], false, List.of());
        };
    }

    /// Whether a window is there, be it minimised or not.
    boolean isThere(int window) {
        return state(window).isPresent();
    }

    private boolean isShown(int window) {
        return state(window).filter(state -> state == VIEWABLE).isPresent();
    }

    private Optional<Integer> state(int window) {
        return calls.request(
                calls.attributes,
                answer -> (int) answer.get(JAVA_BYTE, MAP_STATE),
                display,
                window);
    }

    private Optional<Size> size(int window) {
        return calls.request(
                calls.geometry,
                answer ->
                        new Size(
                                Short.toUnsignedInt(answer.get(JAVA_SHORT, WIDTH)),
                                Short.toUnsignedInt(answer.get(JAVA_SHORT, HEIGHT))),
                display,
                window);
    }

    private Optional<Place> place(int window) {
        return calls.request(
                calls.place,
                answer ->
                        new Place(answer.get(JAVA_SHORT, PLACE_X), answer.get(JAVA_SHORT, PLACE_Y)),
                display,
                window,
                root,
                0,
                0);
    }

    private Optional<Part> shown(int window) {
        Optional<Size> size = size(window);
        Optional<Size> whole = size(root);
        Optional<Place> place = place(window);
        if (!isShown(window) || size.isEmpty() || whole.isEmpty() || place.isEmpty()) {
            return Optional.empty();
        }
        Place at = place.get();
        int left = Math.max(0, -at.x);
        int top = Math.max(0, -at.y);
        int right = Math.min(size.get().width, whole.get().width - at.x);
        int bottom = Math.min(size.get().height, whole.get().height - at.y);
        return right - left < 1 || bottom - top < 1
                ? Optional.empty()
                : Optional.of(new Part(left, top, right - left, bottom - top));
    }

    /// Takes what a window shows now: its own picture where the desktop composes windows, as all common ones do;
    /// elsewhere what covers it is seen too.
    ///
    /// @param into receives the picture, BGR 8 bit
    /// @return whether anything of it is on the screen
    boolean read(int window, Mat into) {
        // It may go away, or be moved, after it was asked where it is.
        return shown(window)
                .flatMap(part ->
                        calls.request(
                                calls.image,
                                answer -> convert(answer, part, into),
                                display,
                                Z_PIXMAP,
                                window,
                                part.x,
                                part.y,
                                part.width,
                                part.height,
                                ALL_PLANES))
                .orElse(false);
    }

    private static boolean convert(MemorySegment answer, Part part, Mat into) {
        MemorySegment pixels = answer.asSlice(DATA);
        if (pixels.byteSize() != (long) part.width * part.height * Integer.BYTES) {
            return false;
        }
        // 0xAARRGGBB in a little-endian int lies in memory as B, G, R, A; every platform we run on
        // is little-endian.
        Mat withAlpha = new Mat(part.height, part.width, CvType.CV_8UC4, pixels.asByteBuffer());
        Imgproc.cvtColor(withAlpha, into, Imgproc.COLOR_BGRA2BGR);
        withAlpha.release();
        return true;
    }

    @Override
    public void close() {
        calls.close(display);
    }
}
