package org.classbarometer.frame.device;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The functions of libxcb that [X11] calls, and no other. Each question has its own answer: what is refused comes as
/// no answer, and nothing else in the process hears of it, unlike with libX11, whose one handler of errors belongs to
/// GTK here.
final class X11Calls {
    // Of every answer (X Window System Protocol, version 11, section 1).
    private static final long ANSWER_UNITS = 4;
    private static final long ANSWER_HEAD = 32;

    private static final MemoryLayout COOKIE = MemoryLayout.structLayout(JAVA_INT);
    private static final MemoryLayout SCREENS =
            MemoryLayout.structLayout(ADDRESS, JAVA_INT, JAVA_INT);

    private static final class Holder {
        static final X11Calls CALLS = new X11Calls();
    }

    private final Linker linker = Linker.nativeLinker();
    private final SymbolLookup library;
    private final MethodHandle connect;
    private final MethodHandle hasError;
    private final MethodHandle disconnect;
    private final MethodHandle setup;
    private final MethodHandle screens;
    private final MethodHandle free;

    /// A question to the display, with the function that waits for its answer.
    record Question(MethodHandle send, MethodHandle answer) {}

    final Question atom;
    final Question property;
    final Question tree;
    final Question attributes;
    final Question geometry;
    final Question place;
    final Question image;

    private X11Calls() {
        try {
            library = SymbolLookup.libraryLookup("libxcb.so.1", Arena.global());
        } catch (IllegalArgumentException absent) {
            throw new LinkageError("libxcb.so.1", absent);
        }
        connect = call("xcb_connect", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS));
        hasError = call("xcb_connection_has_error", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        disconnect = call("xcb_disconnect", FunctionDescriptor.ofVoid(ADDRESS));
        setup = call("xcb_get_setup", FunctionDescriptor.of(ADDRESS, ADDRESS));
        screens = call("xcb_setup_roots_iterator", FunctionDescriptor.of(SCREENS, ADDRESS));
        free =
                linker.downcallHandle(
                        linker.defaultLookup().find("free").orElseThrow(),
                        FunctionDescriptor.ofVoid(ADDRESS));
        atom = question("xcb_intern_atom", JAVA_INT, JAVA_INT, ADDRESS);
        property = question("xcb_get_property", numbers(6));
        tree = question("xcb_query_tree", JAVA_INT);
        attributes = question("xcb_get_window_attributes", JAVA_INT);
        geometry = question("xcb_get_geometry", JAVA_INT);
        place = question("xcb_translate_coordinates", numbers(4));
        image = question("xcb_get_image", numbers(7));
    }

    /// Found when they are first wanted; they stay for as long as the program runs.
    ///
    /// @throws LinkageError where there is no libxcb
    static X11Calls get() {
        return Holder.CALLS;
    }

    // Numbers shorter than an int are passed as one, on all systems we run on.
    private static MemoryLayout[] numbers(int count) {
        MemoryLayout[] numbers = new MemoryLayout[count];
        Arrays.fill(numbers, JAVA_INT);
        return numbers;
    }

    private Question question(String function, MemoryLayout... arguments) {
        MemoryLayout[] all =
                Stream.concat(Stream.of(ADDRESS), Stream.of(arguments))
                        .toArray(MemoryLayout[]::new);
        return new Question(
                call(function, FunctionDescriptor.of(COOKIE, all)),
                call(
                        function + "_reply",
                        FunctionDescriptor.of(ADDRESS, ADDRESS, COOKIE, ADDRESS)));
    }

    private MethodHandle call(String function, FunctionDescriptor signature) {
        MemorySegment found = library.find(function).orElseThrow(() -> new LinkageError(function));
        return linker.downcallHandle(found, signature);
    }

    /// Connects to the display of this desktop.
    ///
    /// @return empty when it does not answer
    Optional<MemorySegment> open() {
        MemorySegment display =
                (MemorySegment) invoke(connect, MemorySegment.NULL, MemorySegment.NULL);
        if ((int) invoke(hasError, display) != 0) {
            close(display);
            return Optional.empty();
        }
        return Optional.of(display);
    }

    void close(MemorySegment display) {
        invoke(disconnect, display);
    }

    /// The number of the window that all others lie in.
    int root(MemorySegment display) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment all =
                    (MemorySegment)
                            invoke(screens, (SegmentAllocator) arena, invoke(setup, display));
            return all.get(ADDRESS, 0).reinterpret(Integer.BYTES).get(JAVA_INT, 0);
        }
    }

    /// Asks the display and waits for what it answers.
    ///
    /// @param read takes what is wanted out of the answer, whose memory ends with the call
    /// @return empty when it refuses: there is no such window any more, or nothing of it to see
    <T> Optional<T> request(
            Question question,
            Function<MemorySegment, T> read,
            MemorySegment display,
            Object... arguments) {
        try (Arena arena = Arena.ofConfined()) {
            Object[] all = Stream.concat(Stream.of(arena, display), Stream.of(arguments)).toArray();
            Object cookie = invoke(question.send, all);
            MemorySegment answer =
                    (MemorySegment) invoke(question.answer, display, cookie, MemorySegment.NULL);
            if (answer.address() == 0) {
                return Optional.empty();
            }
            try {
                long units = answer.reinterpret(ANSWER_HEAD).get(JAVA_INT, ANSWER_UNITS);
                return Optional.of(
                        read.apply(answer.reinterpret(ANSWER_HEAD + units * Integer.BYTES)));
            } finally {
                invoke(free, answer);
            }
        }
    }

    @SuppressWarnings("NullAway") // A call without a result gives null, which nobody looks at.
    private static Object invoke(MethodHandle function, Object... arguments) {
        try {
            return function.invokeWithArguments(arguments);
        } catch (RuntimeException | Error broken) {
            throw broken;
        } catch (Throwable impossible) {
            throw new IllegalStateException("libxcb", impossible);
        }
    }
}
