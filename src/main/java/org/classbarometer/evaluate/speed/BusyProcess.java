package org.classbarometer.evaluate.speed;

/// A process that only uses a core: what the pipeline competes with in [LoadMeasurement].
public final class BusyProcess {
    private BusyProcess() {}

    /// Counts until the process is ended, or for ten minutes: nobody is left behind to count for ever.
    public static void main(String[] arguments) {
        long end = System.nanoTime() + 600_000_000_000L;
        long count = 0;
        while (System.nanoTime() - end < 0) {
            count++;
        }
        System.out.println(count);
    }
}
