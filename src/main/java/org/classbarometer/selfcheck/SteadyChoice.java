package org.classbarometer.selfcheck;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.classbarometer.face.TrackedFace;

/// Which face is the person's own: the largest, and steadily so. Two people beside each other differ
/// by a few pixels that change with every frame; the choice must not jump between them, or one
/// person's reading would be shown as the other's. Not thread-safe.
///
/// - A face is taken when it was the largest, or about as large, for [#SETTLED_NANOS].
/// - It is kept while it is seen, unless another is larger by [#CLEARLY_LARGER] for [#TAKEN_OVER_NANOS].
/// - When it is gone, nobody is read for [#WAITED_NANOS]: whoever then is largest starts over.
final class SteadyChoice {
    /// Smallest own face as a part of the frame's shorter side. Somebody at their own machine is
    /// larger (a face at arm's length fills a third of it); somebody walking by behind is smaller.
    static final double SMALLEST = 1 / 8.0;

    static final long SETTLED_NANOS = 500_000_000L;
    static final double CLEARLY_LARGER = 1.4;
    static final long TAKEN_OVER_NANOS = 2_000_000_000L;

    /// Boxes of faces of one size differ by as much from frame to frame.
    private static final double ALIKE = 1.15;

    /// As long as the finder remembers a face under its number.
    static final long WAITED_NANOS = 2_000_000_000L;

    private int own;
    private long ownSeen;
    private int candidate;
    private long candidateSince;
    private long last;

    /// @param shorterSide of the frame in pixels
    /// @return the person's own face; empty while nobody is surely in front
    Optional<TrackedFace> of(List<TrackedFace> faces, int shorterSide, long nanos) {
        if (nanos < last) {
            reset();
        }
        last = nanos;
        Optional<TrackedFace> mine =
                faces.stream().filter(face -> face.track() == own && own != 0).findFirst();
        mine.ifPresent(_ -> ownSeen = nanos);
        if (own != 0 && mine.isEmpty() && nanos - ownSeen < WAITED_NANOS) {
            candidate = 0;
            return Optional.empty();
        }
        Optional<TrackedFace> rival =
                likeliest(
                        faces.stream()
                                .filter(face -> face.box().height() >= SMALLEST * shorterSide)
                                .filter(face -> mayReplace(face, mine))
                                .toList());
        track(rival, nanos);
        if (rival.isPresent()
                && nanos - candidateSince
                        >= (mine.isPresent() ? TAKEN_OVER_NANOS : SETTLED_NANOS)) {
            own = rival.get().track();
            ownSeen = nanos;
            candidate = 0;
            return rival;
        }
        return mine;
    }

    private static boolean mayReplace(TrackedFace face, Optional<TrackedFace> mine) {
        return mine.isEmpty()
                || (face.track() != mine.get().track()
                        && face.box().height() >= CLEARLY_LARGER * mine.get().box().height());
    }

    /// The largest; but who is being waited for already, as long as they are about as large.
    private Optional<TrackedFace> likeliest(List<TrackedFace> faces) {
        Optional<TrackedFace> largest =
                faces.stream().max(Comparator.comparingLong(face -> face.box().area()));
        return faces.stream()
                .filter(face -> face.track() == candidate)
                .filter(face -> largest.orElseThrow().box().height() <= ALIKE * face.box().height())
                .findFirst()
                .or(() -> largest);
    }

    private void track(Optional<TrackedFace> rival, long nanos) {
        int now = rival.map(TrackedFace::track).orElse(0);
        if (now != candidate) {
            candidate = now;
            candidateSince = nanos;
        }
    }

    void reset() {
        own = 0;
        candidate = 0;
        last = Long.MIN_VALUE;
    }
}
