package org.classbarometer.frame;

import java.io.IOException;
import java.net.BindException;
import java.util.concurrent.ThreadLocalRandom;

/// Ports for servers that go away and come back.
final class Ports {
    private Ports() {}

    /// Opens a server on a port.
    @FunctionalInterface
    interface Opening<T> {
        T on(int port) throws IOException;
    }

    /// Takes a port below the range from which the system gives connections theirs: a client that tries
    /// again and again while nobody listens could otherwise be given the very port, and connect to
    /// itself.
    ///
    /// @param port 0 for any
    static <T> T open(int port, Opening<T> opening) throws IOException {
        if (port != 0) {
            return opening.on(port);
        }
        while (true) {
            try {
                return opening.on(ThreadLocalRandom.current().nextInt(15_000, 32_000));
            } catch (BindException _) {
                // Taken; another one is not.
            }
        }
    }
}
