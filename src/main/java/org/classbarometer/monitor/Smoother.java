package org.classbarometer.monitor;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Smooths each track's probabilities over time, so that labels do not flicker, without swallowing a
/// quick smile: a sliding median of each label over the last fraction of a second, by the frames'
/// own times.
///
/// A median shows a change once it held for half the span, and then at its full strength; a
/// misreading of one frame it does not show at all. Exponential smoothing lets a strong misreading
/// through and weakens a faint smile (docs/decisions/0004-smoothing.md). Called on the analysis
/// thread only.
final class Smoother {
    /// Two readings cannot outvote a wrong third one when there is none: where readings are rare,
    /// this many are kept beyond the span.
    private static final int LEAST = 3;

    /// But none older than this many spans: then it says nothing of now.
    private static final int FORGOTTEN_AFTER = 3;

    /// Readings kept of one track, so that no frame rate makes the memory grow.
    private static final int MOST = 32;

    private record Sample(float[] probabilities, long nanos) {}

    private static final class TrackSamples {
        final ArrayDeque<Sample> samples = new ArrayDeque<>();
        float[] smoothed = new float[0];
    }

    private final Map<Integer, TrackSamples> tracks = new HashMap<>();
    private final float[] sorted = new float[MOST];

    /// @param probabilities a distribution over the model's labels; not changed, but kept: the
    ///     caller must not change it any more
    /// @param span of the sliding median; zero passes everything through
    /// @return a distribution
    float[] smooth(int number, float[] probabilities, long sourceNanos, Duration span) {
        TrackSamples track = tracks.computeIfAbsent(number, _ -> new TrackSamples());
        ArrayDeque<Sample> samples = track.samples;
        if (!samples.isEmpty()
                && (sourceNanos < samples.getLast().nanos
                        || probabilities.length != samples.getLast().probabilities.length)) {
            samples.clear(); // another playing or another model: nothing here belongs to it
        }
        samples.add(new Sample(probabilities, sourceNanos));
        forget(samples, sourceNanos, span.toNanos());
        track.smoothed = samples.size() < LEAST ? probabilities : median(samples);
        return track.smoothed;
    }

    private static void forget(ArrayDeque<Sample> samples, long now, long span) {
        while (samples.size() > 1) {
            long age = now - samples.getFirst().nanos;
            boolean spare = samples.size() > LEAST ? age > span : age > FORGOTTEN_AFTER * span;
            if (!spare && samples.size() <= MOST) {
                return;
            }
            samples.removeFirst();
        }
    }

    /// The median of every label. Medians need not sum to 1: where the readings disagree too much
    /// to have a common median, their mean fills what is missing, so that nothing is claimed that no
    /// reading showed.
    private float[] median(ArrayDeque<Sample> samples) {
        int labels = samples.getFirst().probabilities.length;
        // An even number has no middle reading: the oldest gives way.
        int count = (samples.size() - 1) | 1;
        float[] result = new float[labels];
        float[] mean = new float[labels];
        float sum = 0;
        for (int label = 0; label < labels; label++) {
            Iterator<Sample> each = samples.descendingIterator();
            for (int i = 0; i < count; i++) {
                sorted[i] = each.next().probabilities[label];
                mean[label] += sorted[i] / count;
            }
            Arrays.sort(sorted, 0, count);
            result[label] = sorted[count / 2];
            sum += result[label];
        }
        for (int label = 0; label < labels; label++) {
            result[label] = sum < 1 ? result[label] + (1 - sum) * mean[label] : result[label] / sum;
        }
        return result;
    }

    /// The last smoothed probabilities of a track; empty when it was never read.
    Optional<float[]> latest(int track) {
        return Optional.ofNullable(tracks.get(track)).map(known -> known.smoothed);
    }

    /// Forgets the tracks that are gone.
    void keepOnly(Set<Integer> alive) {
        tracks.keySet().retainAll(alive);
    }

    void reset() {
        tracks.clear();
    }
}
