package org.classbarometer.evaluate;

import java.util.List;
import java.util.OptionalLong;
import org.classbarometer.evaluate.ClipTruth.Person;
import org.classbarometer.face.Box;
import org.classbarometer.frame.FrameSource;
import org.classbarometer.frame.FrameSourceException;
import org.opencv.core.Mat;

/// A clip whose faces are made hard to find. Used on the capture thread.
public final class AttackedSource implements FrameSource {
    private final FrameSource clip;
    private final ClipTruth truth;
    private final Attack attack;
    private long next;

    /// Takes over the clip and closes it; its faces are as `truth` says, from its first frame on.
    public AttackedSource(FrameSource clip, ClipTruth truth, Attack attack) {
        this.clip = clip;
        this.truth = truth;
        this.attack = attack;
    }

    @Override
    public String name() {
        return clip.name() + ", " + attack.words();
    }

    @Override
    public boolean recorded() {
        return clip.recorded();
    }

    @Override
    public double framesPerSecond() {
        return clip.framesPerSecond();
    }

    @Override
    public OptionalLong read(Mat image) throws FrameSourceException {
        OptionalLong time = clip.read(image);
        if (time.isPresent()) {
            List<Box> faces = truth.people(next++).stream().map(Person::face).toList();
            attack.on(image, faces);
        }
        return time;
    }

    @Override
    public void close() {
        clip.close();
    }
}
