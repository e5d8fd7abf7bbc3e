package org.classbarometer.evaluate.data;

import java.util.List;

/// Labelled faces to evaluate a model on.
///
/// @param name for people: the file or folder, and the part of it
/// @param truths names of the truths that faces are labelled by, the most trusted first
/// @param attributes names of the attributes, in the data set's order
/// @param knowsCopies whether [LabelledFace#nearCopy()] was looked for
/// @param skips what the data set names but is not among the faces
public record DataSet(
        String name,
        List<LabelledFace> faces,
        List<String> truths,
        List<String> attributes,
        boolean knowsCopies,
        Skips skips) {
    /// The label of a folder or of a list's column.
    public static final String OWN = "label";

    /// FER2013's own label.
    public static final String FER2013 = "fer2013";

    /// What more than half of the FER+ voters said ([FerVotes#majority()]).
    public static final String FER_PLUS = "ferplus";

    public DataSet {
        faces = List.copyOf(faces);
        truths = List.copyOf(truths);
        attributes = List.copyOf(attributes);
    }
}
