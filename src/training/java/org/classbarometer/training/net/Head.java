package org.classbarometer.training.net;

import org.classbarometer.expression.LabelSet;

/// Labels that a part of a network's outputs stands for. A network trained on two label sources has
/// two heads side by side in its last layer; a file that is shipped has one of them.
///
/// @param name as typed and written into reports
/// @param offset of the head's first output
public record Head(String name, LabelSet labels, int offset) {
    public int size() {
        return labels.size();
    }

    /// One past the head's last output.
    public int end() {
        return offset + size();
    }
}
