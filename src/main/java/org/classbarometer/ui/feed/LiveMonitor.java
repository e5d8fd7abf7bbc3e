package org.classbarometer.ui.feed;

import java.nio.file.Path;
import java.util.Optional;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.monitor.Monitor;
import org.classbarometer.monitor.MonitorListener;
import org.classbarometer.monitor.MonitorSettings;
import org.classbarometer.setup.FinderChoice;

/// The pipeline as the live screen drives it. Every command returns at once and takes effect in
/// order; what came of it is told through [LiveEvents].
public interface LiveMonitor extends AutoCloseable {
    /// Who is told; called once, before any command.
    void listen(LiveEvents events);

    /// Opens a model and uses it from then on; the one before goes on when it cannot be used.
    void useModel(Path model);

    /// Finds faces with another finder, between two frames; the one before goes on when it cannot be
    /// used.
    void find(FinderChoice finder);

    /// Plays a source, stopping the one before.
    void play(SourceChoice choice);

    void stop();

    /// Holds what plays where it is, or lets it go on; a camera is closed meanwhile.
    void hold(boolean on);

    /// Goes on from another place of the recording that plays; faces and readings begin anew there. What
    /// cannot be sought in plays on.
    ///
    /// @param nanos since its first frame
    void seek(long nanos);

    /// New settings, from the next frame on.
    void apply(MonitorSettings settings);

    /// Lets a listener hear every analysed frame, whatever model is used and source is played.
    void addListener(MonitorListener listener);

    /// Takes effect at once: the listener hears nothing of what is played next.
    void removeListener(MonitorListener listener);

    /// Keeps the explanation of this face up to date; 0 chooses none.
    void explain(int track);

    /// The chosen face's explanation as last seen.
    Optional<Monitor.Explained> explanation();

    /// Stops in order and waits for it; nothing is told afterwards.
    @Override
    void close();
}
