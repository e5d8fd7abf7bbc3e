package org.classbarometer.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Joins the sightings of successive frames into tracks with stable numbers.
final class Tracker {
    /// A confirmed face unseen for this long is gone.
    private static final long CARRY_NANOS = 700_000_000;

    /// An unconfirmed one is given up sooner.
    private static final long DOUBT_NANOS = 300_000_000;

    private static final double SAME_PLACE = 0.3;

    private final List<Track> tracks = new ArrayList<>();
    private int numbers;

    private record Pair(Track track, Candidate sighting, double overlap) {}

    /// Where every face known so far should be at this time.
    List<Candidate> expected(long nanos) {
        return tracks.stream().map(track -> track.expected(nanos)).toList();
    }

    /// Takes the sightings of one frame.
    ///
    /// @return the confirmed faces, ordered by number
    List<TrackedFace> update(List<Candidate> sightings, long nanos) {
        List<Track> unseen = new ArrayList<>(tracks);
        List<Candidate> unclaimed = new ArrayList<>(sightings);
        for (Pair pair : pairs(nanos, sightings)) {
            if (unseen.contains(pair.track) && unclaimed.remove(pair.sighting)) {
                unseen.remove(pair.track);
                pair.track.see(pair.sighting, nanos);
            }
        }
        unseen.forEach(Track::miss);
        tracks.removeIf(track ->
                nanos - track.seenNanos() > (track.confirmed() ? CARRY_NANOS : DOUBT_NANOS)
                        || track.evidence() < -10);
        for (Candidate sighting : unclaimed) {
            tracks.add(new Track(sighting, nanos));
        }
        for (Track track : tracks) {
            if (!track.confirmed() && track.believable()) {
                track.confirm(++numbers);
            }
        }
        return tracks.stream()
                .filter(Track::confirmed)
                .map(track -> track.face(nanos))
                .sorted(Comparator.comparingInt(TrackedFace::track))
                .toList();
    }

    private List<Pair> pairs(long nanos, List<Candidate> sightings) {
        List<Pair> pairs = new ArrayList<>();
        for (Track track : tracks) {
            Box expected = track.expected(nanos).box();
            for (Candidate sighting : sightings) {
                double overlap = expected.overlap(sighting.box());
                if (overlap > SAME_PLACE) {
                    pairs.add(new Pair(track, sighting, overlap));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::overlap).reversed());
        return pairs;
    }

    /// Forgets the tracks; numbers go on.
    void forget() {
        tracks.clear();
    }

    /// Forgets everything; numbers start from 1.
    void reset() {
        tracks.clear();
        numbers = 0;
    }
}
