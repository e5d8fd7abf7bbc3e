package org.classbarometer.setup;

import java.util.Optional;
import org.classbarometer.face.FaceDetector;
import org.classbarometer.face.FaceFinder;
import org.classbarometer.face.follow.FollowingFinder;
import org.classbarometer.face.haar.HaarDetector;
import org.classbarometer.face.learned.FinderException;
import org.classbarometer.face.learned.LearnedDetector;
import org.classbarometer.text.Text;
import org.classbarometer.text.UserProblem;

/// Opens face finders. Where the learned one cannot be used, the finder is Haar's, and says why.
public final class Finders {
    private Finders() {}

    /// A finder over frames.
    ///
    /// @throws UserProblem when a cascade cannot be used; nothing stays open then
    public static FaceFinder open(Installation installation, FinderChoice choice)
            throws UserProblem {
        Chosen chosen = choose(installation, choice);
        return new FollowingFinder(chosen.detector, chosen.notice);
    }

    /// What looks at single pictures in such a finder.
    ///
    /// @throws UserProblem when a cascade cannot be used; nothing stays open then
    public static FaceDetector detector(Installation installation, FinderChoice choice)
            throws UserProblem {
        return choose(installation, choice).detector;
    }

    /// @param notice why the detector is another one than was chosen, or goes without its check, in the user's words
    private record Chosen(FaceDetector detector, Optional<String> notice) {}

    private static Chosen choose(Installation installation, FinderChoice choice)
            throws UserProblem {
        HaarDetector haar = HaarDetector.open(installation.cascades());
        if (choice == FinderChoice.HAAR) {
            return new Chosen(haar, Optional.empty());
        }
        try {
            LearnedDetector learned = LearnedDetector.open(installation.faceModel());
            Optional<String> notice = addCheck(learned, installation);
            boolean proposing = choice == FinderChoice.BOTH;
            return new Chosen(new LearnedWithHaar(learned, haar, proposing), notice);
        } catch (FinderException unusable) {
            String notice = Text.of("face.learned.instead", unusable.getMessage());
            return new Chosen(haar, Optional.of(notice));
        }
    }

    /// @return why it goes without, where it does
    private static Optional<String> addCheck(LearnedDetector learned, Installation installation) {
        try {
            learned.checkWith(installation.faceCheck());
            return Optional.empty();
        } catch (FinderException unusable) {
            return Optional.of(Text.of("face.check.without", unusable.getMessage()));
        }
    }
}
