package org.classbarometer.face.haar;

import java.nio.file.Path;
import java.util.Optional;
import org.classbarometer.face.CloseUp;
import org.classbarometer.face.Pyramid;
import org.classbarometer.face.Sighting;
import org.opencv.core.Core;
import org.opencv.core.Mat;

/// Looks closely at one place: how many windows of which cascade pass there, and what that says
/// about it being a face. Owns the cascades; not thread-safe.
final class Examiner implements AutoCloseable {
    /// A face is brought to this size before the cascades see it, so that counts compare.
    private static final double FACE = 26;

    /// How far around it they look, in face sizes.
    private static final double REACH = 0.85;

    private static final double STEP = 1.1;

    /// Following needs no comparable counts and is done with fewer windows. The cascade's smallest
    /// window is 20 pixels: from here on smaller windows than the face pass as well as larger ones,
    /// and their mean keeps the face's size; at 22 it crept up to 1.12 of it.
    private static final double FOLLOWED_FACE = 26;

    private static final double FOLLOW_STEP = 1.12;

    /// Degrees by which a face may have leant over since it was last seen.
    private static final double[] LEANS = {0, -15, 15, -30, 30};

    private static final double FURTHEST_TILT = 45;

    /// Windows around a face that a followed face must have at least.
    private static final int FOLLOWED = 3;

    /// To be framed, a face is brought to this size. `haarcascade_frontalface_default` has windows of 24
    /// pixels and more, and goes from 48 on in finer steps: from 24 to 47, windows as far below the face
    /// as above count alike, and their mean is what a search of the whole picture would frame. At a size
    /// of 26 it crept up to 1.15 of that, at 44 to 1.09.
    private static final double FRAMED_FACE = 33;

    /// So coarse a grid of windows draws the mean right and down by a third of a pixel: by this share of
    /// the face, beside a search of the whole picture (demo class, 144 faces; docs/accuracy.md).
    private static final double FRAMED_SHIFT = 0.011;

    private static final int LEAST_WINDOW = 24;
    private static final int MOST_WINDOW = 47;

    /// Windows that must pass for a face to be framed by their mean; framed anew around that mean until
    /// the two agree by [Sighting#distance], so many times at most.
    private static final int FRAMED = 4;

    private static final double SAME_FRAME = 0.08;
    private static final int FRAMINGS = 2;

    /// Without asking for profiles it is a face from this score on.
    private static final double OBVIOUS = 4;

    /// How large each cascade frames a face beside frontalface_default; a profile's box moreover
    /// lies towards the back of the head. Medians over the faces of the WIDER training part that
    /// both cascades found (docs/accuracy.md).
    private static final double USUAL_SIZE = 1;

    private static final double ALT2_SIZE = 0.971;
    private static final double ALT_SIZE = 0.985;
    private static final double PROFILE_SIZE = 1.15;

    private static final double PROFILE_SHIFT = 0.14;

    private final Cascade usual;
    private final Cascade alt2;
    private final Cascade alt;
    private final Cascade profile;
    private final CloseUp closeUp = new CloseUp(REACH);
    private final Mat mirrored = new Mat();
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

    /// Asks all cascades.
    ///
    /// @return the face at the place and its score; the place itself where no cascade sees one
    Sighting examine(Pyramid frame, Sighting place) {
        if (!closeUp.take(frame, place, FACE)) {
            return nothing(place);
        }
        votes.clear();
        profileVotes.clear();
        mirroredVotes.clear();
        int ofUsual = countVotes(usual, USUAL_SIZE, place);
        double clearestUsual = votes.clearest;
        int ofAlt2 = countVotes(alt2, ALT2_SIZE, place);
        int ofAlt = countVotes(alt, ALT_SIZE, place);
        double frontal =
                SightingScore.of(ofUsual, ofAlt2, ofAlt, 0, clearestUsual, 0, place.size());
        if (frontal >= OBVIOUS) {
            return votes.mean(place.tilt(), frontal);
        }
        countProfileVotes(place, profileVotes, closeUp.picture(), false);
        Core.flip(closeUp.picture(), mirrored, 1);
        countProfileVotes(place, mirroredVotes, mirrored, true);
        Votes side = profileVotes.count >= mirroredVotes.count ? profileVotes : mirroredVotes;
        Votes where = votes.count > 0 ? votes : side;
        if (where.count == 0) {
            return nothing(place);
        }
        double score =
                SightingScore.of(
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

    /// Where the frontal cascades would frame the face, whoever found it: the square that the expression
    /// models were taught to see.
    ///
    /// @return empty when too few windows pass to tell
    Optional<Sighting> framed(Pyramid frame, Sighting face) {
        Sighting framed = face;
        for (int attempt = 0; attempt < FRAMINGS; attempt++) {
            if (!closeUp.take(frame, framed, FRAMED_FACE)) {
                return Optional.empty();
            }
            votes.clear();
            countVotes(usual, USUAL_SIZE, framed, LEAST_WINDOW, MOST_WINDOW);
            if (votes.count < FRAMED) {
                return Optional.empty();
            }
            Sighting before = framed;
            framed = votes.mean(face.tilt(), 0);
            // Windows were looked for around another size: the mean leans towards that one.
            if (framed.distance(before) < SAME_FRAME) {
                break;
            }
        }
        double shift = FRAMED_SHIFT * framed.size();
        return Optional.of(
                new Sighting(
                        framed.centreX() - shift,
                        framed.centreY() - shift,
                        framed.size(),
                        framed.tilt(),
                        false,
                        0));
    }

    private static Sighting nothing(Sighting place) {
        double score = SightingScore.of(0, 0, 0, 0, 0, 0, place.size());
        return new Sighting(
                place.centreX(), place.centreY(), place.size(), place.tilt(), true, score);
    }

    private int countVotes(Cascade cascade, double ratio, Sighting place) {
        int least = (int) (0.72 * ratio * FACE);
        return countVotes(cascade, ratio, place, least, (int) (1.38 * ratio * FACE));
    }

    private int countVotes(Cascade cascade, double ratio, Sighting place, int least, int most) {
        int before = votes.count;
        cascade.search(
                closeUp.picture(),
                STEP,
                least,
                most,
                (x, y, side, weight) ->
                        vote(
                                votes,
                                place,
                                Sighting.place(x + side / 2, y + side / 2, side / ratio),
                                weight));
        return votes.count - before;
    }

    private void countProfileVotes(Sighting place, Votes to, Mat picture, boolean isMirrored) {
        int width = picture.cols();
        profile.search(
                picture,
                STEP,
                (int) (0.72 * PROFILE_SIZE * FACE),
                (int) (1.38 * PROFILE_SIZE * FACE),
                (x, y, side, weight) ->
                        vote(
                                to,
                                place,
                                frontalOf(isMirrored ? width - x - side : x, y, side, isMirrored),
                                weight));
    }

    private void vote(Votes votes, Sighting place, Sighting window, double weight) {
        double x = closeUp.frameX(window.centreX(), window.centreY());
        double y = closeUp.frameY(window.centreX(), window.centreY());
        double off = Math.hypot(x - place.centreX(), y - place.centreY());
        if (off < 0.35 * place.size()) {
            votes.add(x, y, window.size() / closeUp.scale(), weight);
        }
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
        if (closeUp.take(frame, place, FOLLOWED_FACE)) {
            alt2.search(
                    closeUp.picture(),
                    FOLLOW_STEP,
                    (int) (0.78 * FOLLOWED_FACE),
                    (int) (1.28 * FOLLOWED_FACE),
                    (x, y, side, weight) ->
                            votes.add(
                                    closeUp.frameX(x + side / 2, y + side / 2),
                                    closeUp.frameY(x + side / 2, y + side / 2),
                                    side / ALT2_SIZE / closeUp.scale(),
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
        closeUp.close();
        mirrored.release();
    }
}
