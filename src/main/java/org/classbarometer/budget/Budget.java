package org.classbarometer.budget;

/// The time that one part of the work on a frame may take, granted anew for every frame. Not
/// thread-safe.
///
/// A job is done when its known cost fits into what is left. One that costs more than a whole grant is
/// done when nothing is owed, and what it took too long is paid back by the next frames doing less: a
/// slow frame never makes the next one slower.
public final class Budget {
    /// Grants that may be owed at most: a machine that stood still for a minute is not held back.
    private static final int MOST_OWED = 5;

    private final JobCosts costs;
    private double granted;
    private double left;

    public Budget(JobCosts costs) {
        this.costs = costs;
    }

    /// A budget without a bound: everything that is due fits.
    public static Budget unlimited() {
        Budget budget = new Budget(new JobCosts(System::nanoTime));
        budget.grant(Double.POSITIVE_INFINITY);
        return budget;
    }

    /// Begins a frame. What the frames before overdrew is taken off; what they left over is not kept.
    ///
    /// @param nanos for this frame; infinite for no bound
    public void grant(double nanos) {
        double owed = Double.isInfinite(nanos) ? 0 : Math.clamp(left, -MOST_OWED * nanos, 0);
        granted = nanos;
        left = owed + nanos;
    }

    /// Nanoseconds left of the grant; negative when it is overdrawn.
    public double left() {
        return left;
    }

    /// What this frame was granted, in nanoseconds.
    public double granted() {
        return granted;
    }

    /// Whether a job fits.
    public boolean affords(String job, double units) {
        double cost = costs.of(job, units);
        return cost <= left || (cost > granted && left > 0);
    }

    /// How many units of a job fit.
    ///
    /// @return at most `wanted`
    public int affordable(String job, int wanted) {
        double each = costs.of(job, 1);
        return each * wanted <= left ? wanted : (int) Math.clamp(left / each, 0, wanted);
    }

    /// What a job will cost, in nanoseconds.
    public double cost(String job, double units) {
        return costs.of(job, units);
    }

    /// Does a job, learns what it costs and takes it off what is left.
    public void run(String job, double units, Runnable work) {
        long start = costs.nanoTime();
        work.run();
        took(job, units, costs.nanoTime() - start);
    }

    /// A job was done: what it took is learnt and taken off what is left.
    public void took(String job, double units, long nanos) {
        costs.took(job, units, nanos);
        left -= nanos;
    }
}
