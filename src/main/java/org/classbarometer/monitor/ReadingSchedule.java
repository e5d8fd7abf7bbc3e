package org.classbarometer.monitor;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.classbarometer.budget.Budget;
import org.classbarometer.face.TrackedFace;

/// Decides which faces of a frame are read anew, and remembers how old each reading is. Newcomers at once;
/// the others take turns, a few each frame, so that each is read about every `PERIOD_NANOS`; where the
/// frame's budget does not reach that far, those with the oldest readings.
///
/// However small the budget is, so many are read that each has its turn before its reading is old: on a busy
/// machine frames are far apart and their budgets small, and one reading a frame would let a class wait for
/// seconds. What that costs is had by looking at fewer frames, never by more than half of the time that
/// passed, so that a slow frame does not make the next one slower. Called on the analysis thread only.
final class ReadingSchedule {
    /// The kind of job a reading is; its unit is a face.
    static final String JOB = "read";

    /// Twelve readings a second: a smile of a third of a second still fills the smoother's span.
    private static final long PERIOD_NANOS = 80_000_000L;

    /// Of the time since the frame before, what readings beyond the budget may take.
    private static final double BEARABLE = 0.5;

    private static final long NEVER = Long.MIN_VALUE;

    private final Map<Integer, Long> readNanos = new HashMap<>();
    private long lastNanos = NEVER;

    /// Faces to read in this frame; at least one where there are any to read.
    ///
    /// @return in the order of `faces`
    List<TrackedFace> due(List<TrackedFace> faces, long nanos, Budget budget) {
        boolean first = lastNanos == NEVER || nanos < lastNanos;
        double passed = first ? 0 : nanos - lastNanos;
        double periods = first ? 1 : passed / PERIOD_NANOS;
        lastNanos = nanos;
        long known = faces.stream().filter(face -> readNanos.containsKey(face.track())).count();
        int wanted = (int) (faces.size() - known + Math.ceil(known * Math.min(1, periods) - 1e-9));
        int count = Math.max(least(faces.size(), passed, budget), budget.affordable(JOB, wanted));
        Set<Integer> turn =
                faces.stream()
                        .map(TrackedFace::track)
                        .sorted(
                                Comparator.<Integer>comparingLong(
                                                track -> readNanos.getOrDefault(track, NEVER))
                                        .thenComparing(Comparator.naturalOrder()))
                        .limit(count)
                        .collect(Collectors.toSet());
        List<TrackedFace> due = faces.stream().filter(face -> turn.contains(face.track())).toList();
        due.forEach(face -> readNanos.put(face.track(), nanos));
        return due;
    }

    private static int least(int faces, double passed, Budget budget) {
        double turn = Math.ceil(faces * passed / FaceReading.FRESH_NANOS - 1e-9);
        double bearable = BEARABLE * passed / Math.max(1, budget.cost(JOB, 1));
        return (int) Math.max(1, Math.min(turn, bearable));
    }

    /// Nanoseconds since a face was read last; empty when it never was.
    Optional<Long> age(int track, long nanos) {
        return Optional.ofNullable(readNanos.get(track)).map(read -> Math.max(0, nanos - read));
    }

    /// Forgets the tracks that are gone.
    void keepOnly(Set<Integer> alive) {
        readNanos.keySet().retainAll(alive);
    }

    /// Another film, or another model: nothing was read yet.
    void reset() {
        readNanos.clear();
        lastNanos = NEVER;
    }
}
