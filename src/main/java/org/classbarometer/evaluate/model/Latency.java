package org.classbarometer.evaluate.model;

/// How long one face takes on one thread, from the grey picture and the box to the probabilities.
///
/// @param faces timed
/// @param p50Nanos median, by the wall clock
/// @param p95Nanos 95th percentile, by the wall clock
/// @param cpuNanos mean processor time, which other programs on the machine change less
public record Latency(int faces, long p50Nanos, long p95Nanos, long cpuNanos) {}
