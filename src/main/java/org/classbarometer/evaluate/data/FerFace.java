package org.classbarometer.evaluate.data;

import java.util.List;
import java.util.Optional;

/// One face of FER2013 (Goodfellow et al. 2013, "Challenges in Representation Learning"). The caller
/// must not change the array.
///
/// @param row in the csv, from 0, the header not counted
/// @param pixels [#SIDE] rows of [#SIDE] grey values, unsigned bytes; already cut to the face
/// @param label one of [org.classbarometer.expression.LabelSet#SEVEN], by FER2013's own label
/// @param votes of FER+, where its file was given
/// @param quality where its file was given
public record FerFace(
        int row,
        Split split,
        byte[] pixels,
        String label,
        Optional<FerVotes> votes,
        Optional<FerQuality> quality) {
    /// Pixels of a side.
    public static final int SIDE = 48;

    /// FER2013's numbers for its labels, from 0.
    public static final List<String> EMOTIONS =
            List.of("anger", "disgust", "fear", "happiness", "sadness", "surprise", "neutral");
}
