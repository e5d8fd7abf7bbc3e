package org.classbarometer.budget;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// What jobs cost on this machine now: running estimates, by kind of job, in nanoseconds of elapsed time
/// for one unit of work (a pixel looked at, a face read). Not thread-safe.
///
/// Elapsed time, since that is what a frame has too little of; other programs make every job dearer. A
/// kind that became too dear to be done at all would never be measured again, so an estimate that is not
/// renewed sinks back to what the job cost at its best: a busy moment is forgotten, not remembered.
public final class JobCosts {
    /// Weight of the newest measurement.
    private static final double NEWEST = 0.3;

    /// The best cost follows cheaper jobs at once and dearer ones this slowly.
    private static final double BEST_RISES = 0.02;

    /// One job held up by the whole machine counts as this many times its estimate at most.
    private static final double DEAREST = 5;

    /// An estimate not renewed has lost two thirds of what it lies above the best after this time.
    private static final double FORGOTTEN_NANOS = 500e6;

    private final Map<String, Estimate> estimates = new HashMap<>();
    private final LongSupplier clock;

    private static final class Estimate {
        private double now;
        private double best;
        private long renewed;
    }

    /// @param clock nanoseconds, as [System#nanoTime()]
    public JobCosts(LongSupplier clock) {
        this.clock = clock;
    }

    long nanoTime() {
        return clock.getAsLong();
    }

    /// What a job will cost, in nanoseconds; 0 for a kind never done.
    public double of(String job, double units) {
        Estimate known = estimates.get(job);
        if (known == null) {
            return 0;
        }
        double age = Math.max(0, nanoTime() - known.renewed);
        return units * (known.best + (known.now - known.best) * Math.exp(-age / FORGOTTEN_NANOS));
    }

    /// Takes in what a job of so many units took.
    public void took(String job, double units, long nanos) {
        if (!(units > 0)) {
            return;
        }
        double each = Math.max(0, nanos) / units;
        Estimate known = estimates.get(job);
        if (known == null) {
            known = new Estimate();
            known.now = each;
            known.best = each;
            estimates.put(job, known);
        } else {
            double expected = of(job, 1);
            known.now = expected + NEWEST * (Math.min(each, DEAREST * expected) - expected);
            known.best = Math.min(each, known.best + BEST_RISES * (known.now - known.best));
        }
        known.renewed = nanoTime();
    }
}
