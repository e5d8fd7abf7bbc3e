package org.classbarometer.session;

import java.util.List;
import java.util.stream.IntStream;
import org.classbarometer.session.SessionOverview.Point;

/// Makes a session's sparkline from its buckets, as they are told: nothing finer enters it.
public final class Sparkline {
    /// Most points a sparkline has: as many as a row of a list can show.
    public static final int POINTS = 40;

    private Sparkline() {}

    /// @param buckets ascending by index
    /// @return equal stretches of the session, each at its middle; those in which every bucket is
    ///     suppressed or none exists are left out
    public static List<Point> of(List<Bucket> buckets) {
        if (buckets.isEmpty()) {
            return List.of();
        }
        int length = buckets.getLast().index() + 1;
        int points = Math.min(POINTS, length);
        return IntStream.range(0, points)
                .mapToObj(point ->
                        mean(
                                (point + 0.5) / points,
                                buckets.stream()
                                        .filter(one ->
                                                (long) one.index() * points / length == point)
                                        .flatMap(one -> one.mood().stream())
                                        .toList()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Point> mean(double position, List<BucketMood> moods) {
        if (moods.isEmpty()) {
            return List.of();
        }
        double[] shares = new double[moods.getFirst().shares().length];
        for (int i = 0; i < shares.length; i++) {
            int label = i;
            double mean =
                    moods.stream().mapToDouble(mood -> mood.shares()[label]).average().orElse(0);
            shares[i] = Math.round(mean * 100) / 100.0;
        }
        return List.of(new Point(position, shares));
    }
}
