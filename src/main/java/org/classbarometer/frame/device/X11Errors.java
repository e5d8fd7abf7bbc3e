package org.classbarometer.frame.device;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Hears what an X11 display refuses. A window may close between two questions about it, and Xlib ends the process
/// on what nobody hears. There is one hearer in a process: what is not of our own displays goes to whoever
/// listened before. Called on whatever thread talks to a display.
final class X11Errors {
    private final Set<Long> ours = ConcurrentHashMap.newKeySet();
    private final Linker linker;
    private final MemorySegment before;

    /// @param setHandler `XSetErrorHandler`
    X11Errors(Linker linker, MethodHandle setHandler) {
        this.linker = linker;
        FunctionDescriptor signature = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS);
        try {
            MethodHandle hear =
                    MethodHandles.lookup()
                            .bind(
                                    this,
                                    "hear",
                                    MethodType.methodType(
                                            int.class, MemorySegment.class, MemorySegment.class));
            // For as long as the program runs: Xlib keeps it.
            MemorySegment stub = linker.upcallStub(hear, signature, Arena.global());
            before = (MemorySegment) setHandler.invoke(stub);
        } catch (RuntimeException | Error broken) {
            throw broken;
        } catch (Throwable impossible) {
            throw new IllegalStateException("XSetErrorHandler", impossible);
        }
    }

    /// What is refused there from now on is told by the call's result and needs no hearer.
    void expectFrom(MemorySegment display) {
        ours.add(display.address());
    }

    void expectNoMoreFrom(MemorySegment display) {
        ours.remove(display.address());
    }

    @SuppressWarnings("UnusedMethod") // Xlib calls it.
    private int hear(MemorySegment display, MemorySegment error) {
        if (ours.contains(display.address()) || before.address() == 0) {
            return 0;
        }
        try {
            return (int)
                    linker.downcallHandle(before, FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS))
                            .invoke(display, error);
        } catch (Throwable _) {
            // Nothing may be thrown through C.
            return 0;
        }
    }
}
