package org.classbarometer.training.data;

import java.util.Optional;
import org.classbarometer.evaluate.data.FerFace;
import org.classbarometer.evaluate.data.FerVotes;

/// A face to learn from or to validate on, whatever data set it came from. Nobody changes the array.
///
/// @param pixels [#SIDE] rows of [#SIDE] grey values, unsigned bytes; cut to the face
/// @param label the data set's own: an identifier of
///     [org.classbarometer.expression.LabelSet#KNOWN]
/// @param votes of FER+, where there are any
public record TrainingFace(byte[] pixels, String label, Optional<FerVotes> votes) {
    /// Pixels of a side.
    public static final int SIDE = FerFace.SIDE;

    /// The pixels as networks take them, 0..255.
    public float[] grey() {
        float[] grey = new float[pixels.length];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = pixels[i] & 0xff;
        }
        return grey;
    }

    public static TrainingFace of(FerFace face) {
        return new TrainingFace(face.pixels(), face.label(), face.votes());
    }
}
