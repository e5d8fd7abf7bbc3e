package org.classbarometer.ui.live.mood;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.look.Field;
import org.classbarometer.mood.MoodSum;
import org.classbarometer.ui.feed.MoodHistory;

/// The running chart's bands as numbers: runs of seconds in one label set without a gap, each second
/// the mean of the seconds around it.
public final class MoodBands {
    private static final int HALF_WINDOW = 2;
    private static final long LONGEST_GAP = 3;

    private MoodBands() {}

    /// A point of a run.
    ///
    /// @param shares per label, then the uncertain share, then what is not published; they sum to 1
    public record Point(long second, double[] shares) {}

    /// An unbroken piece of the chart.
    public record Run(LabelSet labels, List<Point> points) {
        /// Each point speaks of the time since the one before it; the first, of one second.
        Field.Run spans() {
            double[] edges = new double[points.size() + 1];
            edges[0] = points.getFirst().second() - 1;
            for (int i = 0; i < points.size(); i++) {
                edges[i + 1] = points.get(i).second();
            }
            return new Field.Run(edges, points.stream().map(Point::shares).toList());
        }
    }

    public static List<Run> of(List<MoodHistory.Sample> samples) {
        List<Run> runs = new ArrayList<>();
        List<MoodHistory.Sample> current = new ArrayList<>();
        for (MoodHistory.Sample sample : samples) {
            if (sample.mood().readings() == 0) {
                continue;
            }
            if (!current.isEmpty() && breaks(current.getLast(), sample)) {
                runs.add(run(current));
                current.clear();
            }
            current.add(sample);
        }
        if (!current.isEmpty()) {
            runs.add(run(current));
        }
        return runs;
    }

    private static boolean breaks(MoodHistory.Sample last, MoodHistory.Sample next) {
        return !last.mood().labels().equals(next.mood().labels())
                || next.second() - last.second() > LONGEST_GAP;
    }

    private static Run run(List<MoodHistory.Sample> samples) {
        List<Point> points = new ArrayList<>(samples.size());
        for (int i = 0; i < samples.size(); i++) {
            int from = Math.max(0, i - HALF_WINDOW);
            int to = Math.min(samples.size() - 1, i + HALF_WINDOW);
            points.add(new Point(samples.get(i).second(), mean(samples.subList(from, to + 1))));
        }
        return new Run(samples.getFirst().mood().labels(), points);
    }

    private static double[] mean(List<MoodHistory.Sample> samples) {
        MoodSum sum = new MoodSum(samples.getFirst().mood().labels());
        samples.forEach(sample -> sum.add(sample.mood()));
        double[] stack = sum.mood().stack();
        double[] shares = Arrays.copyOf(stack, stack.length + 1);
        shares[stack.length] = Math.max(0, 1 - Arrays.stream(stack).sum());
        return shares;
    }
}
