package org.classbarometer.setup;

import java.util.Optional;
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

    /// @throws UserProblem when a cascade cannot be used; nothing stays open then
    public static FaceFinder open(Installation installation, FinderChoice choice)
            throws UserProblem {
        HaarDetector haar = HaarDetector.open(installation.cascades());
        if (choice == FinderChoice.HAAR) {
            return new FollowingFinder(haar);
        }
        try {
            LearnedDetector learned = LearnedDetector.open(installation.faceModel());
            boolean proposing = choice == FinderChoice.BOTH;
            return new FollowingFinder(new LearnedWithHaar(learned, haar, proposing));
        } catch (FinderException unusable) {
            String notice = Text.of("face.learned.instead", unusable.getMessage());
            return new FollowingFinder(haar, Optional.of(notice));
        }
    }
}
