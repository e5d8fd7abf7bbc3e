package org.classbarometer.face.follow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.classbarometer.face.Sighting;
import org.classbarometer.face.TrackedFace;

/// Joins the sightings of successive frames into tracks with stable numbers.
final class Tracker {
    /// A confirmed face unseen for this long is no longer shown.
    private static final long CARRY_NANOS = 600_000_000L;

    /// One that comes back to its place within this time keeps its number.
    private static final long REMEMBER_NANOS = 2_000_000_000L;

    /// An unconfirmed one is given up sooner.
    private static final long DOUBT_NANOS = 400_000_000L;

    /// A sighting further from where a face is expected, by [Sighting#distance], is another face.
    private static final double SAME_FACE = 0.6;

    private final List<Track> tracks = new ArrayList<>();
    private int numbers;

    /// Whatever a detector may see: no room holds more.
    private static final int MOST_TRACKS = 200;

    private record Pair(Track track, Sighting sighting, double distance) {}

    /// The faces known so far, confirmed or not.
    List<Track> tracks() {
        return tracks;
    }

    /// Takes the sightings of one frame.
    ///
    /// @param still true when there is no film around the frame: what is likely is then believed
    void update(List<Sighting> sightings, long nanos, boolean still) {
        List<Track> unseen = new ArrayList<>(tracks);
        List<Sighting> unclaimed = new ArrayList<>(sightings);
        for (Pair pair : pairs(nanos, sightings)) {
            if (unseen.contains(pair.track) && unclaimed.remove(pair.sighting)) {
                unseen.remove(pair.track);
                pair.track.judge(pair.sighting, nanos);
            }
        }
        unseen.stream().filter(track -> track.seenNanos() < nanos).forEach(Track::miss);
        tracks.forEach(track -> yieldPlace(track, nanos));
        tracks.removeIf(track -> track.refuted() || nanos - track.seenNanos() > patience(track));
        for (Sighting sighting : unclaimed) {
            if (tracks.size() < MOST_TRACKS
                    && sighting.examined()
                    && sighting.score() >= Sighting.DOUBTFUL
                    && free(sighting, nanos)) {
                tracks.add(new Track(sighting, nanos));
            }
        }
        for (Track track : tracks) {
            boolean convinced = still ? track.belief() >= Sighting.LIKELY : track.believable();
            if (!track.confirmed() && track.found() && convinced) {
                track.confirm(++numbers);
            }
        }
    }

    /// The confirmed faces, ordered by number.
    List<TrackedFace> faces(long nanos) {
        return tracks.stream()
                .filter(track -> track.confirmed() && !track.hidden())
                .filter(track -> track.found() || shownWhileUnseen(track, nanos))
                .map(track -> track.face(nanos))
                .sorted(Comparator.comparingInt(TrackedFace::track))
                .toList();
    }

    // Where two faces pass each other the flow may carry both along with the nearer one: the place
    // is the face's that the detector saw there last.
    private void yieldPlace(Track track, long nanos) {
        boolean taken =
                track.found()
                        && tracks.stream()
                                .anyMatch(other ->
                                        other.found()
                                                && other.agreedNanos() > track.agreedNanos()
                                                && other.expected(nanos)
                                                        .covers(track.expected(nanos)));
        if (taken) {
            track.miss();
        }
    }

    private static long patience(Track track) {
        return track.confirmed() ? REMEMBER_NANOS : DOUBT_NANOS;
    }

    private boolean free(Sighting sighting, long nanos) {
        return tracks.stream()
                .noneMatch(track -> track.found() && track.expected(nanos).covers(sighting));
    }

    /// A face hidden behind another one has no box of its own.
    private boolean shownWhileUnseen(Track track, long nanos) {
        return nanos - track.seenNanos() <= CARRY_NANOS && free(track.expected(nanos), nanos);
    }

    private List<Pair> pairs(long nanos, List<Sighting> sightings) {
        List<Pair> pairs = new ArrayList<>();
        for (Track track : tracks) {
            Sighting expected = track.expected(nanos);
            for (Sighting sighting : sightings) {
                double distance = expected.distance(sighting);
                if (distance < SAME_FACE) {
                    pairs.add(new Pair(track, sighting, distance));
                }
            }
        }
        pairs.sort(
                Comparator.<Pair>comparingInt(pair -> pair.track.confirmed() ? 0 : 1)
                        .thenComparingDouble(Pair::distance));
        return pairs;
    }

    /// Gives up every track for which this holds.
    void forget(Predicate<Track> which) {
        tracks.removeIf(which);
    }

    /// Forgets everything; numbers start from 1.
    void reset() {
        tracks.clear();
        numbers = 0;
    }
}
