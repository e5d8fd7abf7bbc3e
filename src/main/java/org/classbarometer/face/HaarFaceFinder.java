package org.classbarometer.face;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.classbarometer.frame.OpenCv;
import org.opencv.core.Core;
import org.opencv.core.Mat;

/// Finds faces with Haar cascades and follows them.
///
/// Known faces are followed with a small search each frame. New ones are proposed by sweeps that
/// spread over many frames, and every proposal is examined by four cascades before it may become a
/// track. A frame without a film around it (the first, after a cut, after a pause) is looked at
/// everywhere at once.
public final class HaarFaceFinder implements FaceFinder {
    /// Pixels; the cascades' windows are hardly smaller.
    private static final double SMALLEST_FACE = 24;

    /// The smallest face as a part of the frame's longer side, for large frames: 24 in 1280.
    private static final double SMALLEST_SHARE = 24.0 / 1280;

    /// Faces from here on, in smallest faces, are near: looked for more often, and in profile.
    private static final double NEAR = 1.7;

    private static final long NEAR_NANOS = 1_000_000_000L;
    private static final long FAR_NANOS = 4_000_000_000L;
    private static final long NEAR_PROFILE_NANOS = 6_000_000_000L;
    private static final long FAR_PROFILE_NANOS = 20_000_000_000L;

    /// Examinations of known faces in one frame at most: what a frame may cost is bounded.
    private static final int EXAMINATIONS = 4;

    /// A face followed without trouble is examined again after this time.
    private static final long EXAMINED_NANOS = 1_000_000_000L;

    /// ... and one that does not convince after this.
    private static final long DOUBTED_NANOS = 250_000_000L;

    /// ... and one that shows in fewer windows than clearly after this: it may be leaning over.
    private static final long HARDLY_FOLLOWED_NANOS = 70_000_000L;

    private static final int CLEARLY_FOLLOWED = 5;
    private static final double CONVINCING = 3;

    /// A pause after which no motion can be relied on.
    private static final long PAUSE_NANOS = 700_000_000L;

    /// A pause after which a face at the same place may be anyone's.
    private static final long LONG_PAUSE_NANOS = 3_000_000_000L;

    private final Examiner examiner;
    private final Sweep near;
    private final Sweep far;
    private final Sweep nearProfile;
    private final Sweep farProfile;
    private final List<Sweep> sweeps;
    private final Pyramid frame = new Pyramid();
    private final Scene scene = new Scene();
    private final Tracker tracker = new Tracker();
    private final List<Sighting> proposals = new ArrayList<>();
    private int plannedWidth;
    private int plannedHeight;
    private long lastNanos;
    private boolean playing;

    private HaarFaceFinder(Examiner examiner) {
        this.examiner = examiner;
        this.near = new Sweep(examiner.frontal(), false, NEAR_NANOS);
        this.far = new Sweep(examiner.frontal(), false, FAR_NANOS);
        this.nearProfile = new Sweep(examiner.profile(), true, NEAR_PROFILE_NANOS);
        this.farProfile = new Sweep(examiner.profile(), true, FAR_PROFILE_NANOS);
        this.sweeps = List.of(near, far, nearProfile, farProfile);
    }

    /// @param cascadesFolder the folder with the `haarcascade_*.xml` files shipped with the program
    /// @throws CascadeException when one is missing, unreadable, damaged or another file
    public static HaarFaceFinder open(Path cascadesFolder) throws CascadeException {
        OpenCv.load();
        // The searches are far too small to share between threads, and the expression workers need
        // the cores: OpenCV's own threads cost more than they bring.
        Core.setNumThreads(1);
        return new HaarFaceFinder(Examiner.open(cascadesFolder));
    }

    @Override
    public List<TrackedFace> find(Mat grey, Masks masks, long sourceNanos) {
        if (grey.empty()) {
            return List.of();
        }
        frame.begin(grey);
        boolean resized = plan(grey.cols(), grey.rows());
        long elapsed = sourceNanos - lastNanos;
        boolean cut = scene.changes(frame);
        boolean still = !playing || cut || resized || elapsed < 0 || elapsed > PAUSE_NANOS;
        if (cut || resized || elapsed < 0 || elapsed > LONG_PAUSE_NANOS) {
            tracker.forget(_ -> true);
        }
        playing = true;
        lastNanos = sourceNanos;

        tracker.forget(track -> masked(masks, track.expected(sourceNanos)));
        List<Sighting> sightings = new ArrayList<>();
        follow(sourceNanos, sightings);
        propose(still ? Long.MAX_VALUE : elapsed, sightings);
        sightings.removeIf(sighting -> masked(masks, sighting));
        return tracker.update(distinct(sightings), sourceNanos, still);
    }

    private boolean masked(Masks masks, Sighting sighting) {
        return masks.hides(sighting.box(), frame.width(), frame.height());
    }

    /// @return whether the frame's size is another one than before
    private boolean plan(int width, int height) {
        if (width == plannedWidth && height == plannedHeight) {
            return false;
        }
        plannedWidth = width;
        plannedHeight = height;
        double smallest = Math.max(SMALLEST_FACE, SMALLEST_SHARE * Math.max(width, height));
        near.plan(width, height, NEAR * smallest, Double.MAX_VALUE);
        far.plan(width, height, smallest, NEAR * smallest);
        nearProfile.plan(width, height, NEAR * smallest, Double.MAX_VALUE);
        farProfile.plan(width, height, smallest, NEAR * smallest);
        return true;
    }

    /// Looks for every known face where it should be now.
    private void follow(long nanos, List<Sighting> sightings) {
        int examinations = 0;
        List<Track> byNeed = new ArrayList<>(tracker.tracks());
        byNeed.sort(Comparator.comparing(Track::confirmed).thenComparingLong(Track::examinedNanos));
        for (Track track : byNeed) {
            Sighting expected = track.expected(nanos);
            Optional<Sighting> seen = examiner.follow(frame, expected);
            if (examinations < EXAMINATIONS && due(track, seen, nanos, examinations)) {
                examinations++;
                if (!clear(seen)) {
                    // Upright is among the tilts tried: what was seen is seen again or better.
                    seen = examiner.followLeaning(frame, expected);
                }
                Sighting examined = examiner.examine(frame, seen.orElse(expected));
                if (seen.isPresent() || examined.score() >= Track.NO_FACE) {
                    seen = Optional.of(examined);
                } else {
                    track.examinedInVain(nanos);
                }
            }
            seen.ifPresent(sightings::add);
        }
    }

    private static boolean clear(Optional<Sighting> followed) {
        return followed.filter(seen -> seen.score() >= CLEARLY_FOLLOWED).isPresent();
    }

    private static boolean due(Track track, Optional<Sighting> seen, long nanos, int examinations) {
        if (!track.confirmed() || seen.isEmpty()) {
            return true;
        }
        long since = nanos - track.examinedNanos();
        if (!clear(seen)) {
            return since > HARDLY_FOLLOWED_NANOS;
        }
        return examinations == 0
                && since > (track.belief() < CONVINCING ? DOUBTED_NANOS : EXAMINED_NANOS);
    }

    /// Looks for new faces; what is covered by a face just seen is none.
    private void propose(long elapsed, List<Sighting> sightings) {
        proposals.clear();
        for (Sweep sweep : sweeps) {
            if (elapsed == Long.MAX_VALUE) {
                sweep.lookEverywhere(frame, this::proposal);
            } else {
                sweep.advance(frame, elapsed, this::proposal);
            }
        }
        List<Sighting> known = List.copyOf(sightings);
        for (Sighting place : proposals) {
            if (known.stream().noneMatch(sighting -> sighting.covers(place))) {
                sightings.add(examiner.examine(frame, place));
            }
        }
    }

    private void proposal(Sighting place) {
        if (proposals.stream().noneMatch(other -> other.distance(place) < 0.3)) {
            proposals.add(place);
        }
    }

    /// Of sightings that cover each other the surest stays; a face followed stays before all.
    private static List<Sighting> distinct(List<Sighting> sightings) {
        List<Sighting> kept = new ArrayList<>();
        Stream<Sighting> surestFirst =
                sightings.stream()
                        .sorted(
                                Comparator.comparing(Sighting::examined)
                                        .thenComparing(
                                                Comparator.comparingDouble(Sighting::score)
                                                        .reversed()));
        surestFirst
                .filter(sighting -> kept.stream().noneMatch(sighting::covers))
                .forEach(kept::add);
        return kept;
    }

    @Override
    public void reset() {
        tracker.reset();
        scene.forget();
        playing = false;
    }

    @Override
    public void close() {
        examiner.close();
        sweeps.forEach(Sweep::close);
        frame.close();
        scene.close();
    }
}
