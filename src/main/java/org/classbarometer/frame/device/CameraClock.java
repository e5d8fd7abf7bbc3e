package org.classbarometer.frame.device;

import java.util.concurrent.TimeUnit;

/// Chooses between a camera driver's time stamps and the moment of arrival: the driver's are free of
/// our own scheduling, but some drivers give none, or nonsense. Never decreasing, from 0.
public final class CameraClock {
    // Further from the time of arrival than any buffer can delay a frame, stamps are nonsense.
    private static final long CREDIBLE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private boolean started;
    private double firstMillis;
    private long firstArrival;
    private long last;

    /// @param driverMillis the driver's stamp, from an arbitrary start; 0 or less when it gives none
    /// @param arrival [System#nanoTime()] when the frame was there
    public long at(double driverMillis, long arrival) {
        if (!started) {
            started = true;
            firstMillis = driverMillis;
            firstArrival = arrival;
            return 0;
        }
        long byArrival = arrival - firstArrival;
        long byDriver = Math.round((driverMillis - firstMillis) * 1e6);
        boolean credible =
                driverMillis > 0
                        && firstMillis > 0
                        && Math.abs(byDriver - byArrival) < CREDIBLE_NANOS;
        last = Math.max(last, credible ? byDriver : byArrival);
        return last;
    }
}
