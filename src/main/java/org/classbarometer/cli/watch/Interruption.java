package org.classbarometer.cli.watch;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Makes Ctrl-C (and a plain kill) end a run in order: while this is open, a JVM on its way out asks
/// the run to stop and waits until it has told its summary. The exit code is then the system's: 130
/// after Ctrl-C, 143 after a kill.
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 15;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;

    Interruption(Runnable stop) {
        hook =
                Thread.ofPlatform()
                        .name("interruption")
                        .unstarted(() -> {
                            stop.run();
                            awaitSummary();
                        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void awaitSummary() {
        try {
            boolean _ = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The JVM is already on its way out, and the hook has done its work.
        }
    }
}
