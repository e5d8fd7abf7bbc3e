package org.classbarometer.frame.device;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/// The functions of libX11 that [X11] calls, and no other.
final class X11Calls {
    private static final class Holder {
        static final X11Calls CALLS = new X11Calls();
    }

    private final Linker linker = Linker.nativeLinker();
    private final SymbolLookup library;
    private final MethodHandle open;
    private final MethodHandle close;
    final MethodHandle rootWindow;
    final MethodHandle atom;
    final MethodHandle property;
    final MethodHandle tree;
    final MethodHandle attributes;
    final MethodHandle place;
    final MethodHandle image;
    final MethodHandle destroyImage;
    final MethodHandle free;
    private final X11Errors errors;

    private X11Calls() {
        try {
            library = SymbolLookup.libraryLookup("libX11.so.6", Arena.global());
        } catch (IllegalArgumentException absent) {
            throw new LinkageError("libX11.so.6", absent);
        }
        open = call("XOpenDisplay", ADDRESS, ADDRESS);
        close = call("XCloseDisplay", JAVA_INT, ADDRESS);
        rootWindow = call("XDefaultRootWindow", JAVA_LONG, ADDRESS);
        atom = call("XInternAtom", JAVA_LONG, ADDRESS, ADDRESS, JAVA_INT);
        property =
                call(
                        "XGetWindowProperty",
                        JAVA_INT,
                        ADDRESS,
                        JAVA_LONG,
                        JAVA_LONG,
                        JAVA_LONG,
                        JAVA_LONG,
                        JAVA_INT,
                        JAVA_LONG,
                        ADDRESS,
                        ADDRESS,
                        ADDRESS,
                        ADDRESS,
                        ADDRESS);
        tree = call("XQueryTree", JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
        attributes = call("XGetWindowAttributes", JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS);
        place =
                call(
                        "XTranslateCoordinates",
                        JAVA_INT,
                        ADDRESS,
                        JAVA_LONG,
                        JAVA_LONG,
                        JAVA_INT,
                        JAVA_INT,
                        ADDRESS,
                        ADDRESS,
                        ADDRESS);
        image =
                call(
                        "XGetImage",
                        ADDRESS,
                        ADDRESS,
                        JAVA_LONG,
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_LONG,
                        JAVA_INT);
        destroyImage = call("XDestroyImage", JAVA_INT, ADDRESS);
        free = call("XFree", JAVA_INT, ADDRESS);
        // Other threads have displays of their own: JavaFX and AWT.
        number(call("XInitThreads", JAVA_INT));
        errors = new X11Errors(linker, call("XSetErrorHandler", ADDRESS, ADDRESS));
    }

    /// Found when they are first wanted; they stay for as long as the program runs.
    ///
    /// @throws LinkageError where there is no libX11
    static X11Calls get() {
        return Holder.CALLS;
    }

    private MethodHandle call(String function, MemoryLayout result, MemoryLayout... arguments) {
        MemorySegment found = library.find(function).orElseThrow(() -> new LinkageError(function));
        return linker.downcallHandle(found, FunctionDescriptor.of(result, arguments));
    }

    /// Connects to the display of this desktop; a null pointer where there is none.
    MemorySegment open() {
        MemorySegment display = segment(open, MemorySegment.NULL);
        errors.expectFrom(display);
        return display;
    }

    void close(MemorySegment display) {
        number(close, display);
        errors.expectNoMoreFrom(display);
    }

    /// Calls a function that answers with a number.
    long number(MethodHandle function, Object... arguments) {
        return ((Number) invoke(function, arguments)).longValue();
    }

    /// Calls a function that answers with a pointer.
    MemorySegment segment(MethodHandle function, Object... arguments) {
        return (MemorySegment) invoke(function, arguments);
    }

    private static Object invoke(MethodHandle function, Object... arguments) {
        try {
            return function.invokeWithArguments(arguments);
        } catch (RuntimeException | Error broken) {
            throw broken;
        } catch (Throwable impossible) {
            throw new IllegalStateException("libX11", impossible);
        }
    }
}
