package org.classbarometer.ui.feed;

import org.classbarometer.frame.SourceState;

/// What the live monitor tells the screen, always on the JavaFX thread and in order.
public interface LiveEvents {
    /// The newest analysed frame, at most one a pulse. The picture is the receiver's until it shows
    /// the next but one.
    void frame(LiveFrame frame);

    void source(SourceState state);

    /// The pipeline broke and stopped.
    ///
    /// @param problem in the user's words
    void broke(String problem);

    /// A model was opened and is used from now on.
    void model(ModelInUse model);

    /// A model cannot be used; the one before, if any, stays.
    ///
    /// @param problem in the user's words
    void modelRefused(String problem);

    /// A face finder cannot be used; what finds faces instead goes on.
    ///
    /// @param problem in the user's words
    void finderRefused(String problem);
}
