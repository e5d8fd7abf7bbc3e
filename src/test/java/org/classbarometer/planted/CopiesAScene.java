package org.classbarometer.planted;

import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import org.classbarometer.rules.Breaks;
import org.classbarometer.rules.Rule;

@Breaks(Rule.WINDOWS_ARE_NOT_COPIED)
final class CopiesAScene {
    private CopiesAScene() {}

    static WritableImage copy(Scene scene) {
        return scene.snapshot(null);
    }
}
