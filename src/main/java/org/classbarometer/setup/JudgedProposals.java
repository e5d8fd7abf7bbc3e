package org.classbarometer.setup;

import java.util.ArrayList;
import java.util.List;
import org.classbarometer.face.FaceDetector;
import org.classbarometer.face.Look;
import org.classbarometer.face.Pyramid;
import org.classbarometer.face.Sighting;
import org.classbarometer.face.haar.HaarDetector;
import org.classbarometer.face.learned.LearnedDetector;

/// Both detectors: the learned one looks at everything; Haar's sweeps for near faces propose places in
/// spare time, and the learned one judges them.
final class JudgedProposals implements FaceDetector {
    private final LearnedDetector judge;
    private final HaarDetector proposer;

    /// Takes over both and closes them.
    JudgedProposals(LearnedDetector judge, HaarDetector proposer) {
        this.judge = judge;
        this.proposer = proposer;
    }

    @Override
    public List<Look> plan(int width, int height) {
        List<Look> looks = new ArrayList<>(judge.plan(width, height));
        proposer.nearLooks(width, height).forEach(look -> looks.add(look.asSpare()));
        return List.copyOf(looks);
    }

    @Override
    public Sighting examine(Pyramid frame, Sighting place) {
        return judge.examine(frame, place);
    }

    @Override
    public String examination() {
        return judge.examination();
    }

    @Override
    public void close() {
        judge.close();
        proposer.close();
    }
}
