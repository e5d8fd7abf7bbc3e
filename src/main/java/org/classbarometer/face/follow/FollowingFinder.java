package org.classbarometer.face.follow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.classbarometer.budget.Budget;
import org.classbarometer.face.FaceDetector;
import org.classbarometer.face.FaceFinder;
import org.classbarometer.face.Look;
import org.classbarometer.face.Masks;
import org.classbarometer.face.Pyramid;
import org.classbarometer.face.Sighting;
import org.classbarometer.face.TrackedFace;
import org.classbarometer.frame.OpenCv;
import org.opencv.core.Core;
import org.opencv.core.Mat;

/// Finds faces with any detector and follows them with optical flow.
///
/// Every frame the known faces are moved along. The detector looks at the picture part by part, as often
/// as each part is worth it and as far as the budget goes; what it merely proposes is examined before it
/// may become a track, and known faces are examined again from time to time.
public final class FollowingFinder implements FaceFinder {
    /// A face followed without trouble is examined again after this time.
    private static final long EXAMINED_NANOS = 1_000_000_000L;

    /// ... and one that does not convince after this.
    private static final long DOUBTED_NANOS = 250_000_000L;

    /// ... and a newcomer, or one that a look did not see, after this.
    private static final long SUSPECTED_NANOS = 70_000_000L;

    private static final double CONVINCING = 3;

    /// A pause after which there is no film to rely on.
    private static final long PAUSE_NANOS = 700_000_000L;

    /// A pause after which a face at the same place may be anyone's.
    private static final long LONG_PAUSE_NANOS = 3_000_000_000L;

    /// Places nearer to each other than this, by [Sighting#distance], are one place.
    private static final double SAME_PLACE = 0.3;

    /// A known face is seen again by a sighting nearer than this.
    private static final double SAME_FACE = 0.6;

    /// Proposals waiting to be examined at most, and for how long they are worth it.
    private static final int MOST_PROPOSALS = 200;

    private static final long PROPOSED_NANOS = 400_000_000L;

    private static final String FOLLOWING = "follow";
    private static final String FRAMING = "frame";

    private final FaceDetector detector;
    private final Optional<String> notice;
    private final Agenda agenda = new Agenda();
    private final Flow flow = new Flow();
    private final Pyramid frame = new Pyramid();
    private final Scene scene = new Scene();
    private final Tracker tracker = new Tracker();
    private final List<Proposal> proposals = new ArrayList<>();
    private int plannedWidth;
    private int plannedHeight;
    private long lastNanos;
    private boolean playing;

    private record Proposal(Sighting place, long nanos) {}

    /// Takes over the detector and closes it.
    public FollowingFinder(FaceDetector detector) {
        this(detector, Optional.empty());
    }

    /// As above, for a detector that stands in for another.
    ///
    /// @param notice why, in the user's words
    public FollowingFinder(FaceDetector detector, Optional<String> notice) {
        this.detector = detector;
        this.notice = notice;
        OpenCv.load();
        // The pieces of work are far too small to share between threads, and the expression workers
        // need the cores: OpenCV's own threads cost more than they bring.
        Core.setNumThreads(1);
    }

    @Override
    public List<TrackedFace> find(Mat grey, Masks masks, long sourceNanos, Budget budget) {
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
            begin();
        }
        playing = true;
        lastNanos = sourceNanos;
        tracker.forget(track -> masked(masks, track.expected(sourceNanos)));
        proposals.removeIf(proposal -> sourceNanos - proposal.nanos > PROPOSED_NANOS);

        follow(sourceNanos, budget);
        List<Sighting> sightings = new ArrayList<>();
        // Known faces may take half of the time; what they leave is for looking at the picture.
        frameFaces(sourceNanos, budget, budget.granted() / 2);
        examineKnown(sourceNanos, budget, budget.granted() / 2, sightings);
        agenda.advance(sourceNanos, budget, look -> look(look, sourceNanos, sightings));
        examineProposals(sourceNanos, budget, sightings);
        examineKnown(sourceNanos, budget, 0, sightings);
        sightings.removeIf(sighting -> masked(masks, sighting));
        tracker.update(detector.together(sightings, known(sourceNanos)), sourceNanos, still);
        flow.remember(
                frame, following().stream().map(track -> track.expected(sourceNanos)).toList());
        frameFaces(sourceNanos, budget, 0);
        return tracker.faces(sourceNanos);
    }

    /// The faces that are followed, as sure as they are by now.
    private List<Sighting> known(long nanos) {
        return tracker.tracks().stream()
                .filter(track -> track.confirmed() && track.found())
                .map(track -> track.expected(nanos).scored(track.belief()))
                .toList();
    }

    private void begin() {
        flow.forget();
        proposals.clear();
        agenda.startAnew();
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
        agenda.plan(detector.plan(width, height));
        return true;
    }

    private List<Track> following() {
        return tracker.tracks().stream().filter(track -> track.found() && !track.hidden()).toList();
    }

    private void follow(long nanos, Budget budget) {
        List<Track> tracks = following();
        if (tracks.isEmpty()) {
            return;
        }
        // The flow begins where the face was in the last frame.
        List<Sighting> were =
                tracks.stream().map(track -> track.expected(track.seenNanos())).toList();
        budget.run(
                FOLLOWING,
                tracks.size(),
                () -> {
                    List<Optional<Sighting>> moved = flow.follow(frame, were);
                    for (int i = 0; i < tracks.size(); i++) {
                        Track track = tracks.get(i);
                        moved.get(i).ifPresentOrElse(to -> track.move(to, nanos), track::miss);
                    }
                });
    }

    private void look(Look look, long nanos, List<Sighting> sightings) {
        List<Sighting> found = new ArrayList<>();
        look.search().in(frame, found::add);
        for (Sighting sighting : found) {
            if (sighting.examined()) {
                sightings.add(sighting);
            } else {
                propose(sighting, nanos);
            }
        }
        for (Track track : tracker.tracks()) {
            Sighting expected = track.expected(nanos);
            if (look.view().sees(expected)
                    && found.stream().noneMatch(near -> near.distance(expected) < SAME_FACE)) {
                track.suspect();
            }
        }
    }

    private void propose(Sighting place, long nanos) {
        if (proposals.size() < MOST_PROPOSALS
                && proposals.stream()
                        .noneMatch(other -> other.place.distance(place) < SAME_PLACE)) {
            proposals.add(new Proposal(place, nanos));
        }
    }

    /// Looks closely at proposed places; what is covered by a known face is none.
    private void examineProposals(long nanos, Budget budget, List<Sighting> sightings) {
        List<Sighting> known = new ArrayList<>(sightings);
        following().forEach(track -> known.add(track.expected(nanos)));
        proposals.removeIf(
                proposal -> known.stream().anyMatch(face -> face.covers(proposal.place)));
        while (!proposals.isEmpty() && budget.affords(detector.examination(), 1)) {
            Sighting place = proposals.removeFirst().place;
            examine(place, budget, sightings);
        }
    }

    private void examine(Sighting place, Budget budget, List<Sighting> sightings) {
        budget.run(detector.examination(), 1, () -> sightings.add(detector.examine(frame, place)));
    }

    /// Examines the known faces that are due, the neediest first.
    ///
    /// @param leaving nanoseconds of the budget that are left to others
    private void examineKnown(long nanos, Budget budget, double leaving, List<Sighting> sightings) {
        List<Track> due =
                tracker.tracks().stream()
                        .filter(track -> nanos - track.examinedNanos() > patience(track))
                        .sorted(
                                Comparator.comparing(Track::confirmed)
                                        .thenComparingLong(Track::examinedNanos))
                        .toList();
        for (Track track : due) {
            Sighting expected = track.expected(nanos);
            if (sightings.stream().anyMatch(seen -> seen.distance(expected) < SAME_PLACE)) {
                continue;
            }
            if (!budget.affords(detector.examination(), 1) || budget.left() < leaving) {
                return;
            }
            budget.run(
                    detector.examination(),
                    1,
                    () -> {
                        Sighting examined = detector.examine(frame, expected);
                        if (examined.score() >= Sighting.DOUBTFUL) {
                            sightings.add(examined);
                        } else {
                            track.judge(examined, nanos);
                        }
                    });
        }
    }

    /// Looks how the expression models' square lies in the faces where that is due.
    ///
    /// @param leaving nanoseconds of the budget that are left to others
    private void frameFaces(long nanos, Budget budget, double leaving) {
        for (Track track : following()) {
            if (track.confirmed() && track.framingDue(nanos)) {
                if (!budget.affords(FRAMING, 1) || budget.left() < leaving) {
                    return;
                }
                budget.run(
                        FRAMING,
                        1,
                        () -> track.frame(detector.framed(frame, track.framed(nanos)), nanos));
            }
        }
    }

    private static long patience(Track track) {
        if (track.suspected() || !track.found() || !track.confirmed()) {
            return SUSPECTED_NANOS;
        }
        return track.belief() < CONVINCING ? DOUBTED_NANOS : EXAMINED_NANOS;
    }

    @Override
    public Optional<String> notice() {
        return notice;
    }

    @Override
    public void reset() {
        tracker.reset();
        scene.forget();
        begin();
        playing = false;
    }

    @Override
    public void close() {
        detector.close();
        flow.close();
        frame.close();
        scene.close();
    }
}
