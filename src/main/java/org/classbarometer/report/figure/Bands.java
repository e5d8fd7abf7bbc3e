package org.classbarometer.report.figure;

import java.util.ArrayList;
import java.util.List;
import org.classbarometer.session.Bucket;
import org.classbarometer.session.BucketMood;
import org.classbarometer.session.Timeline;

/// A session's timeline as a chart draws it: runs of buckets that speak, and stretches that are
/// suppressed. A step in neither was not analysed.
///
/// @param steps the session's length in buckets; at least 1
/// @param smoothed over how many neighbouring buckets a point is the mean, 1 for none; never across a
///     suppressed bucket
public record Bands(int steps, int smoothed, List<Run> runs, List<Stretch> suppressed) {
    // A long lesson's buckets are narrower than a printed millimetre; single ones would only be
    // grain.
    private static final int SMOOTHED_FROM = 120;
    private static final int HALF_WINDOW = 2;

    /// What one bucket shows.
    ///
    /// @param shares of all faces: per label those certainly read, then the uncertain; they sum to 1,
    ///     or to 0 where no face was seen
    /// @param faces mean number of faces
    /// @param uncertain mean number of uncertainly read faces, at most `faces`
    public record Point(double[] shares, double faces, double uncertain) {}

    /// Buckets without a gap.
    ///
    /// @param first index of the first
    public record Run(int first, List<Point> points) {}

    /// Suppressed buckets without a gap.
    ///
    /// @param first index of the first
    public record Stretch(int first, int length) {}

    public static Bands of(Timeline timeline) {
        List<Run> runs = new ArrayList<>();
        List<Stretch> suppressed = new ArrayList<>();
        List<Bucket> buckets = timeline.buckets();
        int half = buckets.size() < SMOOTHED_FROM ? 0 : HALF_WINDOW;
        int from = 0;
        while (from < buckets.size()) {
            int to = from + 1;
            while (to < buckets.size() && continues(buckets.get(to - 1), buckets.get(to))) {
                to++;
            }
            List<Bucket> run = buckets.subList(from, to);
            int first = run.getFirst().index();
            if (run.getFirst().mood().isEmpty()) {
                suppressed.add(new Stretch(first, run.size()));
            } else {
                runs.add(new Run(first, smooth(run, half)));
            }
            from = to;
        }
        return new Bands(Lengths.steps(timeline), 2 * half + 1, runs, suppressed);
    }

    private static boolean continues(Bucket last, Bucket next) {
        return next.index() == last.index() + 1
                && next.mood().isPresent() == last.mood().isPresent();
    }

    private static List<Point> smooth(List<Bucket> run, int half) {
        List<Point> plain =
                run.stream().flatMap(bucket -> bucket.mood().stream()).map(Bands::point).toList();
        List<Point> smooth = new ArrayList<>(plain.size());
        for (int i = 0; i < plain.size(); i++) {
            int from = Math.max(0, i - half);
            int to = Math.min(plain.size(), i + half + 1);
            smooth.add(mean(plain.subList(from, to)));
        }
        return smooth;
    }

    private static Point point(BucketMood mood) {
        int labels = mood.shares().length;
        // The two are rounded each for itself.
        double uncertain = Math.min(mood.faces(), mood.uncertain());
        double certain = mood.faces() == 0 ? 0 : 1 - uncertain / mood.faces();
        double[] shares = new double[labels + 1];
        for (int i = 0; i < labels; i++) {
            shares[i] = mood.shares()[i] * certain;
        }
        shares[labels] = mood.faces() == 0 ? 0 : 1 - certain;
        return new Point(shares, mood.faces(), uncertain);
    }

    private static Point mean(List<Point> points) {
        double[] shares = new double[points.getFirst().shares().length];
        double faces = 0;
        double uncertain = 0;
        for (Point point : points) {
            for (int i = 0; i < shares.length; i++) {
                shares[i] += point.shares()[i] / points.size();
            }
            faces += point.faces() / points.size();
            uncertain += point.uncertain() / points.size();
        }
        return new Point(shares, faces, uncertain);
    }
}
