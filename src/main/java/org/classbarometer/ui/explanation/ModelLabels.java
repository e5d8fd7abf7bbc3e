package org.classbarometer.ui.explanation;

import java.util.List;

/// What the "why" view must know of the model.
///
/// @param names identifiers of its labels, in the order of the explanation
/// @param uncertainBelow no label is claimed when the most likely is less likely than this, in [0, 1]
public record ModelLabels(List<String> names, float uncertainBelow) {
    public static final ModelLabels NONE = new ModelLabels(List.of(), 0);
}
