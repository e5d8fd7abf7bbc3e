package org.classbarometer.monitor;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.classbarometer.face.TrackedFace;

/// Decides which faces of a frame are read anew. All of them, as long as the machine can do so within
/// its time for one frame; of a larger class those whose reading is oldest, so that every face gets
/// its turn every few frames instead of the whole picture slowing down. Called on the analysis
/// thread only.
final class ReadingSchedule {
    /// How much the newest frame counts in the estimate of what one face costs.
    private static final double LEARNING = 0.1;

    private final Map<Integer, Long> turns = new HashMap<>();
    private long turn;
    private double nanosPerFace;

    /// @param budgetNanos wall clock for all readings of one frame; no frame reads less than one face
    /// @return in the order of `faces`
    List<TrackedFace> due(List<TrackedFace> faces, long budgetNanos) {
        turn++;
        long affordable =
                nanosPerFace == 0 ? faces.size() : Math.max(1, (long) (budgetNanos / nanosPerFace));
        if (faces.size() <= affordable) {
            faces.forEach(face -> turns.put(face.track(), turn));
            return faces;
        }
        faces.stream()
                .sorted(Comparator.comparing(face -> turns.getOrDefault(face.track(), 0L)))
                .limit(affordable)
                .forEach(face -> turns.put(face.track(), turn));
        return faces.stream().filter(face -> turns.getOrDefault(face.track(), 0L) == turn).toList();
    }

    /// Tells what the readings of a frame took, all workers together side by side.
    void took(int faces, long nanos) {
        if (faces > 0) {
            double now = (double) nanos / faces;
            nanosPerFace = nanosPerFace == 0 ? now : nanosPerFace + LEARNING * (now - nanosPerFace);
        }
    }

    /// Forgets the tracks that are gone.
    void keepOnly(Set<Integer> alive) {
        turns.keySet().retainAll(alive);
    }
}
