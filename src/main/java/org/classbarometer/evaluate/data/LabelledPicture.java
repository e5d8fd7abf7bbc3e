package org.classbarometer.evaluate.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// One picture file with one labelled face in it.
///
/// @param name as the data set writes it, for reports
/// @param file the picture
/// @param word the label as the data set writes it: `happy_closed`
/// @param label identifier as in [org.classbarometer.expression.LabelSet]
/// @param attributes of the person or the picture, by column or `folder`; never a label
public record LabelledPicture(
        String name, Path file, String word, String label, Map<String, String> attributes) {
    public LabelledPicture {
        attributes = Map.copyOf(attributes);
    }

    /// Some pictures and what was left out.
    ///
    /// @param attributes names of the attributes, in the data set's order
    public record Pictures(List<LabelledPicture> pictures, List<String> attributes, Skips skips) {}
}
