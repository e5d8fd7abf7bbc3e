package org.classbarometer.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.classbarometer.face.FaceDetector;
import org.classbarometer.face.Look;
import org.classbarometer.face.Pyramid;
import org.classbarometer.face.Sighting;
import org.classbarometer.face.haar.HaarDetector;
import org.classbarometer.face.learned.LearnedDetector;

/// The learned detector looks and judges; Haar's cascades frame what it found, as they frame what they find
/// themselves, so that a face is read alike whichever found it. Where it is asked to, Haar also proposes
/// places in spare time, by its sweeps for near faces, and the learned one judges them.
///
/// Takes over both and closes them.
///
/// @param proposing whether Haar proposes places too
record LearnedWithHaar(LearnedDetector learned, HaarDetector haar, boolean proposing)
        implements FaceDetector {
    @Override
    public List<Look> plan(int width, int height) {
        List<Look> looks = new ArrayList<>(learned.plan(width, height));
        if (proposing) {
            haar.nearLooks(width, height).forEach(look -> looks.add(look.asSpare()));
        }
        return List.copyOf(looks);
    }

    @Override
    public Sighting examine(Pyramid frame, Sighting place) {
        return learned.examine(frame, place);
    }

    @Override
    public List<Sighting> together(List<Sighting> seen, List<Sighting> known) {
        return learned.together(seen, known);
    }

    @Override
    public Optional<Sighting> framed(Pyramid frame, Sighting face) {
        return haar.framed(frame, face);
    }

    @Override
    public String examination() {
        return learned.examination();
    }

    @Override
    public void close() {
        learned.close();
        haar.close();
    }
}
