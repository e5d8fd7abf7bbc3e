package org.classbarometer.ui.live;

import java.util.Optional;
import org.classbarometer.frame.SourceChoice;

/// What may not be done on the live screen, with the reason in the user's words; empty where nothing
/// speaks against it. Asked on the JavaFX thread before each such command.
public interface LiveRules {
    /// Everything may be done.
    LiveRules NONE = new LiveRules() {};

    default Optional<String> againstPlaying(SourceChoice source) {
        return Optional.empty();
    }

    /// Against another label set or another model.
    default Optional<String> againstOtherReadings() {
        return Optional.empty();
    }

    /// Against bringing to light what a mask hides: taking it away, moving it, making it smaller.
    default Optional<String> againstUnmasking() {
        return Optional.empty();
    }
}
