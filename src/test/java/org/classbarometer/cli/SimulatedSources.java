package org.classbarometer.cli;

import org.classbarometer.frame.FrameSourceException;
import org.classbarometer.frame.FrameSources;

/// Sources that do not play.
public final class SimulatedSources {
    private SimulatedSources() {}

    public static FrameSources failing(String message) {
        return _ -> {
            throw new FrameSourceException(message, false, null);
        };
    }
}
