package org.classbarometer.evaluate.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where in a picture file the face is.
public enum FaceLocation {
    /// Pictures of at most [#WHOLE_UP_TO] pixels a side are the face, in others it is found.
    AUTO,
    /// The program's own face finder finds it, and the model's own margin is cut around it: live use.
    FIND,
    /// The picture is cut to the face already and is read as a whole, without any margin.
    WHOLE;

    /// Pixels. The finder needs some surroundings and about 20 pixels of face: in so small a picture
    /// there is no room for both, and data sets of such pictures (FER2013: 48) are cut to the face.
    public static final int WHOLE_UP_TO = 64;

    /// By its name in any case.
    public static Optional<FaceLocation> of(String word) {
        String wanted = word.toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(one -> one.name().equals(wanted)).findFirst();
    }
}
