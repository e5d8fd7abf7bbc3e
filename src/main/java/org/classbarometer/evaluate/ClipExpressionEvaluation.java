package org.classbarometer.evaluate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.classbarometer.evaluate.ClipTruth.Person;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.expression.Reading;
import org.classbarometer.frame.Capture;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.frame.SourceState;
import org.classbarometer.monitor.FaceReading;
import org.classbarometer.monitor.FrameAnalysis;
import org.classbarometer.monitor.Monitor;
import org.classbarometer.monitor.MonitorListener;

/// Compares the monitor's readings and the mood of the room with a clip's truth.
///
/// A face is matched to the person its box overlaps most, at least to 0.4 (intersection over union).
/// A reading is right when it names the expression shown; an uncertain reading is not right. The mood
/// of a second is the mean over its frames of the share of faces, counted over all faces with a
/// reading, that are read as a label; it is compared with the share of people showing that label.
public final class ClipExpressionEvaluation {
    private static final double SAME_FACE = 0.4;
    private static final double SECOND = 1e9;

    private final ClipTruth truth;
    private final int framesInClip;
    private final Map<String, Map<String, Integer>> confusion = new TreeMap<>();
    private final Map<Integer, Second> seconds = new TreeMap<>();

    private ClipExpressionEvaluation(ClipTruth truth) {
        this.truth = truth;
        this.framesInClip = truth.length();
    }

    /// Plays a clip from its start, every frame, up to the last one with a truth.
    ///
    /// @param labels the mood is judged in the seconds that show only these
    public static Result play(Monitor monitor, SourceChoice clip, ClipTruth truth, LabelSet labels)
            throws InterruptedException {
        ClipExpressionEvaluation evaluation = new ClipExpressionEvaluation(truth);
        CountDownLatch end = new CountDownLatch(1);
        MonitorListener listener =
                new MonitorListener() {
                    @Override
                    public void analysed(FrameAnalysis analysis) {
                        evaluation.analysed(analysis);
                        if (analysis.frame().sequence() >= evaluation.framesInClip - 1) {
                            end.countDown();
                        }
                    }

                    @Override
                    public void sourceChanged(SourceState state) {
                        if (state instanceof SourceState.Failed
                                || state instanceof SourceState.Ended) {
                            end.countDown();
                        }
                    }

                    @Override
                    public void broke(String problem) {
                        end.countDown();
                    }
                };
        monitor.addListener(listener);
        try {
            monitor.start(clip, Capture.Pace.EVERY_FRAME);
            end.await();
        } finally {
            monitor.stop();
            monitor.removeListener(listener);
        }
        return evaluation.result(labels);
    }

    /// The row of [Result#confusion()] that counts readings below the model's threshold.
    public static final String UNCERTAIN = "uncertain";

    /// @param confusion how often each expression shown was read as what, over all matched faces
    /// @param moods one per second in which only expressions of the label set were shown
    public record Result(Map<String, Map<String, Integer>> confusion, List<MoodError> moods) {
        /// Share of the faces showing an expression that were read right, in [0, 1].
        public double recall(String expression) {
            Map<String, Integer> row = confusion.getOrDefault(expression, Map.of());
            int all = row.values().stream().mapToInt(Integer::intValue).sum();
            return all == 0 ? 0 : (double) row.getOrDefault(expression, 0) / all;
        }

        /// Share of the seconds whose mood is nowhere further from the truth than this, in [0, 1].
        public double secondsWithin(double difference) {
            long within = moods.stream().filter(mood -> mood.largest() <= difference).count();
            return moods.isEmpty() ? 0 : (double) within / moods.size();
        }
    }

    /// @param second from the clip's start
    /// @param largest difference between read and true share over the labels, in [0, 1]
    public record MoodError(int second, double largest) {}

    private static final class Second {
        private final Map<String, Double> shown = new TreeMap<>();
        private final Map<String, Double> read = new TreeMap<>();
        private int frames;

        double share(Map<String, Double> of, String label) {
            return of.getOrDefault(label, 0.0) / frames;
        }
    }

    private void analysed(FrameAnalysis analysis) {
        long number = analysis.frame().sequence();
        if (number >= framesInClip) {
            return;
        }
        List<Person> people = truth.people(number);
        for (FaceReading face : analysis.faces()) {
            face.reading().ifPresent(reading -> count(face, reading, people));
        }
        Second second =
                seconds.computeIfAbsent(
                        (int) (analysis.frame().sourceNanos() / SECOND), _ -> new Second());
        second.frames++;
        addShares(second.shown, people.stream().map(Person::expression).toList());
        addShares(
                second.read,
                analysis.faces().stream()
                        .flatMap(face -> face.reading().stream())
                        .map(ClipExpressionEvaluation::said)
                        .toList());
    }

    private void count(FaceReading face, Reading reading, List<Person> people) {
        people.stream()
                .filter(person -> person.face().overlap(face.face().box()) >= SAME_FACE)
                .max((one, other) ->
                        Double.compare(
                                one.face().overlap(face.face().box()),
                                other.face().overlap(face.face().box())))
                .ifPresent(person ->
                        confusion
                                .computeIfAbsent(person.expression(), _ -> new TreeMap<>())
                                .merge(said(reading), 1, Integer::sum));
    }

    private static String said(Reading reading) {
        return reading.uncertain() ? UNCERTAIN : reading.label();
    }

    private static void addShares(Map<String, Double> sums, Collection<String> labels) {
        for (String label : labels) {
            sums.merge(label, 1.0 / labels.size(), Double::sum);
        }
    }

    private Result result(LabelSet labels) {
        List<MoodError> moods = new ArrayList<>();
        seconds.forEach((number, second) -> {
            if (labels.labels().containsAll(second.shown.keySet())) {
                moods.add(new MoodError(number, largestError(second)));
            }
        });
        return new Result(confusion, moods);
    }

    private static double largestError(Second second) {
        Set<String> all = new HashSet<>(second.shown.keySet());
        all.addAll(second.read.keySet());
        all.remove(UNCERTAIN);
        return all.stream()
                .mapToDouble(label ->
                        Math.abs(
                                second.share(second.shown, label)
                                        - second.share(second.read, label)))
                .max()
                .orElse(0);
    }
}
