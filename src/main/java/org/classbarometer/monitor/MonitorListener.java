package org.classbarometer.monitor;

import org.classbarometer.frame.SourceState;

/// Hears what the monitor does. Must return quickly: the pipeline waits for it.
public interface MonitorListener {
    /// Called on the analysis thread for every analysed frame.
    void analysed(FrameAnalysis analysis);

    /// Called on the capture thread when the source's state changes.
    default void sourceChanged(SourceState state) {}

    /// Called on the analysis thread when the pipeline itself broke and stopped.
    ///
    /// @param problem in the user's words
    default void broke(String problem) {}
}
