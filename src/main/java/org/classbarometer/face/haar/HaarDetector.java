package org.classbarometer.face.haar;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.classbarometer.face.FaceDetector;
import org.classbarometer.face.Look;
import org.classbarometer.face.Pyramid;
import org.classbarometer.face.Sighting;
import org.classbarometer.frame.OpenCv;
import org.opencv.core.Core;

/// Finds faces with Haar cascades: sweeps of two cascades propose places, and four cascades judge them.
public final class HaarDetector implements FaceDetector {
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

    private final Examiner examiner;
    private final Sweep near;
    private final Sweep far;
    private final Sweep nearProfile;
    private final Sweep farProfile;

    private HaarDetector(Examiner examiner) {
        this.examiner = examiner;
        this.near = new Sweep(examiner.frontal(), false, NEAR_NANOS);
        this.far = new Sweep(examiner.frontal(), false, FAR_NANOS);
        this.nearProfile = new Sweep(examiner.profile(), true, NEAR_PROFILE_NANOS);
        this.farProfile = new Sweep(examiner.profile(), true, FAR_PROFILE_NANOS);
    }

    /// @param cascadesFolder the folder with the `haarcascade_*.xml` files shipped with the program
    /// @throws CascadeException when one is missing, unreadable, damaged or another file
    public static HaarDetector open(Path cascadesFolder) throws CascadeException {
        OpenCv.load();
        // The searches are far too small to share between threads, and the expression workers need
        // the cores: OpenCV's own threads cost more than they bring.
        Core.setNumThreads(1);
        return new HaarDetector(Examiner.open(cascadesFolder));
    }

    @Override
    public List<Look> plan(int width, int height) {
        double smallest = Math.max(SMALLEST_FACE, SMALLEST_SHARE * Math.max(width, height));
        double limit = NEAR * smallest;
        List<Look> looks = new ArrayList<>(near.looks(width, height, limit, Double.MAX_VALUE));
        looks.addAll(far.looks(width, height, smallest, limit));
        looks.addAll(nearProfile.looks(width, height, limit, Double.MAX_VALUE));
        looks.addAll(farProfile.looks(width, height, smallest, limit));
        return List.copyOf(looks);
    }

    /// The looks for near faces alone, seen from the front: what Haar adds to another detector.
    public List<Look> nearLooks(int width, int height) {
        double smallest = Math.max(SMALLEST_FACE, SMALLEST_SHARE * Math.max(width, height));
        return near.looks(width, height, NEAR * smallest, Double.MAX_VALUE);
    }

    @Override
    public Sighting examine(Pyramid frame, Sighting place) {
        Sighting asKnown = examiner.examine(frame, place);
        if (asKnown.score() >= Sighting.SURE) {
            return asKnown;
        }
        // The cascades know upright faces only: it may have leant over.
        return examiner.followLeaning(frame, place)
                .map(leaning -> examiner.examine(frame, leaning))
                .filter(leaning -> leaning.score() > asKnown.score())
                .orElse(asKnown);
    }

    /// Any face, whoever found it, as `haarcascade_frontalface_default` frames it in a search of the whole
    /// picture; empty when too little of a face shows to tell.
    @Override
    public Optional<Sighting> framed(Pyramid frame, Sighting face) {
        return examiner.framed(frame, face);
    }

    @Override
    public String examination() {
        return "haar examination";
    }

    @Override
    public void close() {
        examiner.close();
        near.close();
        far.close();
        nearProfile.close();
        farProfile.close();
    }
}
