package org.classbarometer.monitor;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Smooths each track's probabilities over time, so that labels do not flicker, without swallowing a
/// quick smile. Exponential smoothing by the frames' own times: a gap counts as long as it was.
/// Called on the analysis thread only.
final class Smoother {
    private record State(float[] probabilities, long nanos) {}

    private final Map<Integer, State> tracks = new HashMap<>();

    /// @param constant after this time a change is shown to 63 %; zero passes everything through
    float[] smooth(int track, float[] probabilities, long sourceNanos, Duration constant) {
        State last = tracks.get(track);
        float[] smoothed = probabilities.clone();
        if (last != null && constant.isPositive()) {
            double elapsed = Math.max(0, sourceNanos - last.nanos);
            float keep = (float) Math.exp(-elapsed / constant.toNanos());
            for (int i = 0; i < smoothed.length; i++) {
                smoothed[i] = keep * last.probabilities[i] + (1 - keep) * probabilities[i];
            }
        }
        tracks.put(track, new State(smoothed, sourceNanos));
        return smoothed;
    }

    /// The last smoothed probabilities of a track; empty when it was never read.
    Optional<float[]> latest(int track) {
        return Optional.ofNullable(tracks.get(track)).map(State::probabilities);
    }

    /// Forgets the tracks that are gone.
    void keepOnly(Set<Integer> alive) {
        tracks.keySet().retainAll(alive);
    }

    void reset() {
        tracks.clear();
    }
}
