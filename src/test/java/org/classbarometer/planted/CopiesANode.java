package org.classbarometer.planted;

import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import org.classbarometer.rules.Breaks;
import org.classbarometer.rules.Rule;

@Breaks(Rule.WINDOWS_ARE_NOT_COPIED)
final class CopiesANode {
    private CopiesANode() {}

    static WritableImage copy(Node node) {
        return node.snapshot(new SnapshotParameters(), null);
    }
}
