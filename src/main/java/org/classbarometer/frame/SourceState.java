package org.classbarometer.frame;

import java.util.OptionalLong;

/// What the capture thread is doing, for the screen and the progress line.
public sealed interface SourceState {
    /// The source is being opened.
    record Opening(String name) implements SourceState {}

    /// Frames are coming. Size in pixels; frames per second as the source states it, 0 if unknown.
    /// Told again when the source returned, and when its name changed: a folder of images tells there
    /// which it had to leave out.
    ///
    /// @param lengthNanos of a recording that can be sought in; empty for everything else
    record Playing(
            String name, int width, int height, double framesPerSecond, OptionalLong lengthNanos)
            implements SourceState {
        /// What cannot be sought in.
        public Playing(String name, int width, int height, double framesPerSecond) {
            this(name, width, height, framesPerSecond, OptionalLong.empty());
        }
    }

    /// The source is busy or went away, and is tried again until it returns. Told once for each reason.
    ///
    /// @param problem what happened, in the user's words
    record Waiting(String name, String problem) implements SourceState {}

    /// A recorded source was read to its end.
    record Ended(String name) implements SourceState {}

    /// The source cannot be used; capture has stopped.
    ///
    /// @param problem what happened and the way out, in the user's words
    record Failed(String name, String problem) implements SourceState {}
}
