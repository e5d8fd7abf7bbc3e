package org.classbarometer.face;

import java.nio.file.Path;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/// Looks closely at one place: how many windows of which cascade pass there, and what that says
/// about it being a face. Owns the cascades; not thread-safe.
final class Examiner implements AutoCloseable {
    /// A face is brought to this size before the cascades see it, so that counts compare.
    private static final double FACE = 26;

    /// Half the side of the part looked at, in face sizes.
    private static final double REACH = 0.85;

    private static final double STEP = 1.1;

    /// Following needs no comparable counts and is done with fewer windows.
    private static final double FOLLOWED_FACE = 22;

    private static final double FOLLOW_STEP = 1.12;

    /// Degrees by which a face may have leant over since it was last seen.
    private static final double[] LEANS = {0, -15, 15, -30, 30};

    private static final double FURTHEST_TILT = 45;

    /// Windows around a face that a followed face must have at least.
    private static final int FOLLOWED = 3;

    /// Without asking for profiles it is a face from this score on.
    private static final double OBVIOUS = 4;

    /// How large each cascade frames a face beside frontalface_default; a profile's box moreover
    /// lies towards the back of the head. Medians over the faces of the WIDER training part that
    /// both cascades found (docs/accuracy-faces.md).
    private static final double USUAL_SIZE = 1;

    private static final double ALT2_SIZE = 0.971;
    private static final double ALT_SIZE = 0.985;
    private static final double PROFILE_SIZE = 1.15;

    private static final double PROFILE_SHIFT = 0.14;

    private final Cascade usual;
    private final Cascade alt2;
    private final Cascade alt;
    private final Cascade profile;
    private final Mat patch = new Mat();
    private final Mat mirrored = new Mat();
    private final Mat leaning = new Mat();
    private final Mat turn = new Mat(2, 3, CvType.CV_64F);
    private final Votes votes = new Votes();
    private final Votes profileVotes = new Votes();
    private final Votes mirroredVotes = new Votes();

    private Examiner(Cascade usual, Cascade alt2, Cascade alt, Cascade profile) {
        this.usual = usual;
        this.alt2 = alt2;
        this.alt = alt;
        this.profile = profile;
    }

    static Examiner open(Path folder) throws CascadeException {
        return new Examiner(
                Cascade.open(CascadeFile.USUAL, folder),
                Cascade.open(CascadeFile.ALT2, folder),
                Cascade.open(CascadeFile.ALT, folder),
                Cascade.open(CascadeFile.PROFILE, folder));
    }

    Cascade frontal() {
        return alt2;
    }

    Cascade profile() {
        return profile;
    }

    /// A profile cascade's window as the frontal cascades would frame that face.
    ///
    /// @param facingRight whether the picture was mirrored to find it
    static Sighting frontalOf(double x, double y, double side, boolean facingRight) {
        double size = side / PROFILE_SIZE;
        double shift = (facingRight ? 1 : -1) * PROFILE_SHIFT * size;
        return Sighting.place(x + side / 2 + shift, y + side / 2 + 0.02 * size, size);
    }

    /// Windows that passed near the place, summed up.
    private static final class Votes {
        private int count;
        private double clearest;
        private double x;
        private double y;
        private double side;

        void clear() {
            count = 0;
            clearest = 0;
            x = 0;
            y = 0;
            side = 0;
        }

        void add(double centreX, double centreY, double newSide, double weight) {
            count++;
            clearest = Math.max(clearest, weight);
            x += centreX;
            y += centreY;
            side += newSide;
        }

        Sighting mean(double tilt, double score) {
            return new Sighting(x / count, y / count, side / count, tilt, true, score);
        }
    }

    /// The part of the frame around a place, brought to the size the cascades are asked at and, for
    /// a tilted head, turned upright: `pivot` in the part is `origin` in the frame.
    private record Part(
            double originX, double originY, double pivot, double scale, double cos, double sin) {
        double frameX(double x, double y) {
            return originX + (cos * (x - pivot) - sin * (y - pivot)) / scale;
        }

        double frameY(double x, double y) {
            return originY + (sin * (x - pivot) + cos * (y - pivot)) / scale;
        }
    }

    private Optional<Part> cut(Pyramid frame, Sighting place, double face) {
        // The corners of a turned square reach further.
        double half = REACH * place.size() * (place.tilt() == 0 ? 1 : Math.sqrt(2));
        int left = (int) Math.max(0, place.centreX() - half);
        int top = (int) Math.max(0, place.centreY() - half);
        int right = (int) Math.min(frame.width(), place.centreX() + half);
        int bottom = (int) Math.min(frame.height(), place.centreY() + half);
        if (right - left < place.size() / 2 || bottom - top < place.size() / 2) {
            return Optional.empty();
        }
        double scale = face / place.size();
        Rect part = new Rect(left, top, right - left, bottom - top);
        if (place.tilt() == 0) {
            frame.cut(part, scale, patch);
            return Optional.of(new Part(left, top, 0, scale, 1, 0));
        }
        frame.cut(part, scale, leaning);
        double radians = Math.toRadians(place.tilt());
        double cos = Math.cos(radians);
        double sin = Math.sin(radians);
        double pivot = REACH * face;
        double centreX = (place.centreX() - left) * scale;
        double centreY = (place.centreY() - top) * scale;
        turn.put(
                0,
                0,
                cos,
                -sin,
                centreX - cos * pivot + sin * pivot,
                sin,
                cos,
                centreY - sin * pivot - cos * pivot);
        Imgproc.warpAffine(
                leaning,
                patch,
                turn,
                new Size(Math.round(2 * pivot), Math.round(2 * pivot)),
                Imgproc.INTER_LINEAR | Imgproc.WARP_INVERSE_MAP,
                Core.BORDER_REPLICATE);
        return Optional.of(new Part(place.centreX(), place.centreY(), pivot, scale, cos, sin));
    }

    /// Asks all cascades.
    ///
    /// @return the face at the place and its score; the place itself where no cascade sees one
    Sighting examine(Pyramid frame, Sighting place) {
        Optional<Part> cut = cut(frame, place, FACE);
        if (cut.isEmpty()) {
            return nothing(place);
        }
        Part part = cut.get();
        votes.clear();
        profileVotes.clear();
        mirroredVotes.clear();
        int ofUsual = ask(usual, USUAL_SIZE, part, place);
        double clearestUsual = votes.clearest;
        int ofAlt2 = ask(alt2, ALT2_SIZE, part, place);
        int ofAlt = ask(alt, ALT_SIZE, part, place);
        double frontal = Score.of(ofUsual, ofAlt2, ofAlt, 0, clearestUsual, 0, place.size());
        if (frontal >= OBVIOUS) {
            return votes.mean(place.tilt(), frontal);
        }
        askProfile(part, place, profileVotes, patch, false);
        Core.flip(patch, mirrored, 1);
        askProfile(part, place, mirroredVotes, mirrored, true);
        Votes side = profileVotes.count >= mirroredVotes.count ? profileVotes : mirroredVotes;
        Votes where = votes.count > 0 ? votes : side;
        if (where.count == 0) {
            return nothing(place);
        }
        double score =
                Score.of(
                        ofUsual,
                        ofAlt2,
                        ofAlt,
                        side.count,
                        clearestUsual,
                        side.clearest,
                        place.size());
        Sighting mean = where.mean(place.tilt(), score);
        // Profile windows say where a head is, and little about its size.
        return where == votes ? mean : mean.sized(place.size());
    }

    private static Sighting nothing(Sighting place) {
        double score = Score.of(0, 0, 0, 0, 0, 0, place.size());
        return new Sighting(
                place.centreX(), place.centreY(), place.size(), place.tilt(), true, score);
    }

    private int ask(Cascade cascade, double ratio, Part part, Sighting place) {
        int before = votes.count;
        cascade.search(
                patch,
                STEP,
                (int) (0.72 * ratio * FACE),
                (int) (1.38 * ratio * FACE),
                (x, y, side, weight) ->
                        vote(
                                votes,
                                part,
                                place,
                                Sighting.place(x + side / 2, y + side / 2, side / ratio),
                                weight));
        return votes.count - before;
    }

    private void askProfile(Part part, Sighting place, Votes to, Mat picture, boolean isMirrored) {
        int width = picture.cols();
        profile.search(
                picture,
                STEP,
                (int) (0.72 * PROFILE_SIZE * FACE),
                (int) (1.38 * PROFILE_SIZE * FACE),
                (x, y, side, weight) ->
                        vote(
                                to,
                                part,
                                place,
                                frontalOf(isMirrored ? width - x - side : x, y, side, isMirrored),
                                weight));
    }

    private static void vote(
            Votes votes, Part part, Sighting place, Sighting window, double weight) {
        double x = part.frameX(window.centreX(), window.centreY());
        double y = part.frameY(window.centreX(), window.centreY());
        double off = Math.hypot(x - place.centreX(), y - place.centreY());
        if (off < 0.35 * place.size()) {
            votes.add(x, y, window.size() / part.scale, weight);
        }
    }

    /// Follows a known face a little way with one cascade, at a tenth of the cost of an
    /// examination.
    ///
    /// @return where it is now; empty when it is not there
    Optional<Sighting> follow(Pyramid frame, Sighting place) {
        return followed(frame, place) >= FOLLOWED
                ? Optional.of(followedTo(place.tilt()))
                : Optional.empty();
    }

    /// Looks whether a face hardly found has leant over: the cascades know upright ones only.
    ///
    /// @return where it is and at which tilt it shows best; empty when at none
    Optional<Sighting> followLeaning(Pyramid frame, Sighting place) {
        Optional<Sighting> best = Optional.empty();
        int most = FOLLOWED - 1;
        for (double lean : LEANS) {
            double tilt = place.tilt() + lean;
            if (Math.abs(tilt) > FURTHEST_TILT) {
                continue;
            }
            int windows = followed(frame, place.tilted(tilt));
            if (windows > most) {
                most = windows;
                best = Optional.of(followedTo(tilt));
            }
        }
        return best;
    }

    private Sighting followedTo(double tilt) {
        Sighting mean = votes.mean(tilt, votes.count);
        return new Sighting(mean.centreX(), mean.centreY(), mean.size(), tilt, false, votes.count);
    }

    private int followed(Pyramid frame, Sighting place) {
        votes.clear();
        Optional<Part> cut = cut(frame, place, FOLLOWED_FACE);
        if (cut.isPresent()) {
            Part part = cut.get();
            alt2.search(
                    patch,
                    FOLLOW_STEP,
                    (int) (0.84 * FOLLOWED_FACE),
                    (int) (1.2 * FOLLOWED_FACE),
                    (x, y, side, weight) ->
                            votes.add(
                                    part.frameX(x + side / 2, y + side / 2),
                                    part.frameY(x + side / 2, y + side / 2),
                                    side / ALT2_SIZE / part.scale,
                                    weight));
        }
        return votes.count;
    }

    @Override
    public void close() {
        usual.close();
        alt2.close();
        alt.close();
        profile.close();
        patch.release();
        mirrored.release();
        leaning.release();
        turn.release();
    }
}
