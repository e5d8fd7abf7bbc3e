package org.classbarometer.selfcheck;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.expression.Reading;

/// The own face's readings of the last seconds as one: a single frame of a moving face says little.
/// Another face, or another label set, starts anew, so that two people are never mixed. Not
/// thread-safe.
public final class Impression {
    /// Long enough to even out a blink or a word spoken, short enough to be "now".
    public static final long SPAN_NANOS = 3_000_000_000L;

    /// Nothing is said from less.
    static final long LEAST_NANOS = 1_000_000_000L;

    private record TimedReading(long nanos, Reading reading) {}

    private final ArrayDeque<TimedReading> seen = new ArrayDeque<>();
    private int track;

    /// @param ofTrack the own face's track number
    /// @param nanos of a clock that does not run backwards
    public void add(int ofTrack, Reading reading, long nanos) {
        boolean other =
                ofTrack != track
                        || (!seen.isEmpty()
                                && !seen.getLast().reading.labels().equals(reading.labels()));
        if (other || (!seen.isEmpty() && nanos < seen.getLast().nanos)) {
            seen.clear();
        }
        track = ofTrack;
        seen.add(new TimedReading(nanos, reading));
        forget(nanos);
    }

    private void forget(long nanos) {
        while (!seen.isEmpty() && nanos - seen.getFirst().nanos > SPAN_NANOS) {
            seen.removeFirst();
        }
    }

    public void clear() {
        seen.clear();
        track = 0;
    }

    /// @param nanos now, on the clock of [#add]: what is too old says nothing any more
    /// @param model file name and version, kept with the reading
    /// @return empty until there was enough of one face
    public Optional<MachineReading> now(long nanos, String model) {
        forget(nanos);
        if (seen.isEmpty() || seen.getLast().nanos - seen.getFirst().nanos < LEAST_NANOS) {
            return Optional.empty();
        }
        LabelSet labels = seen.getFirst().reading.labels();
        double[] sum = new double[labels.size()];
        double weight = 0;
        double confidence = 0;
        int uncertain = 0;
        Map<String, Integer> votes = new HashMap<>();
        for (TimedReading one : seen) {
            Reading reading = one.reading;
            // A view's probabilities weigh what the view covers: docs/decisions/0002.
            double covers = Math.max(1e-6, 1 - reading.outside());
            for (int i = 0; i < sum.length; i++) {
                sum[i] += covers * reading.probabilities()[i];
            }
            weight += covers;
            confidence += reading.confidence();
            if (reading.uncertain()) {
                uncertain++;
            } else {
                votes.merge(reading.label(), 1, Integer::sum);
            }
        }
        List<Double> mean = new ArrayList<>(sum.length);
        for (double one : sum) {
            mean.add(one / weight);
        }
        MachineReading all =
                new MachineReading(model, labels, mean, confidence / seen.size(), true);
        // A label is claimed when most frames claim it, and the mean agrees.
        boolean claimed = votes.getOrDefault(all.label(), 0) * 2 > seen.size();
        return Optional.of(
                claimed && uncertain * 2 < seen.size()
                        ? new MachineReading(model, labels, mean, all.confidence(), false)
                        : all);
    }
}
