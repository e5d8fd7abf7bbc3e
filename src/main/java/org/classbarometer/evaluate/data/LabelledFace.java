package org.classbarometer.evaluate.data;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// One face of a data set, whatever format it came in. The pixels are still where the data set keeps
/// them.
///
/// @param name for reports: the row or the path
/// @param word the label as the data set writes it; faces of one word show the same
/// @param labels identifier by truth (one of [DataSet#truths()]); absent where that truth says
///     nothing of this face
/// @param votes of the people who labelled the face, by identifier, none dropped; they made the truth
///     [DataSet#FER_PLUS]; empty where they are not known
/// @param attributes by name; absent or blank where they are not known
/// @param nearCopy whether a nearly equal face is among those that models are trained on
public record LabelledFace(
        String name,
        Pixels pixels,
        String word,
        Map<String, String> labels,
        Map<String, Integer> votes,
        Map<String, String> attributes,
        boolean nearCopy) {
    /// Where the pixels are.
    public sealed interface Pixels {
        /// Already cut to the face.
        ///
        /// @param grey row by row, unsigned; not to be changed
        record Cut(byte[] grey, int width, int height) implements Pixels {}

        /// A picture file with a face in it.
        record InFile(Path file) implements Pixels {}
    }

    public LabelledFace {
        labels = Map.copyOf(labels);
        votes = Map.copyOf(votes);
        attributes = Map.copyOf(attributes);
    }

    /// What the face shows, by one of the data set's truths.
    public Optional<String> label(String truth) {
        return Optional.ofNullable(labels.get(truth));
    }

    /// The value of an attribute, where there is one.
    public Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name)).filter(value -> !value.isBlank());
    }
}
