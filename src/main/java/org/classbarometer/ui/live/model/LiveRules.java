package org.classbarometer.ui.live.model;

import java.util.Optional;
import org.classbarometer.frame.SourceChoice;

/// What may not be done on the live screen, with the reason in the user's words; empty where nothing
/// speaks against it. Asked on the JavaFX thread before each such command.
public interface LiveRules {
    /// Everything may be done.
    LiveRules NONE = new LiveRules() {};

    /// Whether something is to be settled before a source plays. Whoever says yes asks, or leads the
    /// person to where the source belongs, and plays it afterwards if it may be.
    default boolean settlesFirst(SourceChoice source) {
        return false;
    }

    default Optional<String> againstPlaying(SourceChoice source) {
        return Optional.empty();
    }

    /// Against another label set or another model.
    default Optional<String> againstOtherReadings() {
        return Optional.empty();
    }

    /// Against going to another place of a recording.
    default Optional<String> againstSeeking() {
        return Optional.empty();
    }

    /// Against bringing to light what a mask hides: taking it away, moving it, making it smaller.
    default Optional<String> againstUnmasking() {
        return Optional.empty();
    }
}
