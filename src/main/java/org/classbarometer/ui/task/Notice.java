package org.classbarometer.ui.task;

import java.util.Optional;

/// What is said of something that was done or went wrong, until it is dismissed.
///
/// @param action what can be done about it
public record Notice(String text, boolean problem, Optional<Action> action) {
    /// Something that can be done about what is said.
    ///
    /// @param name on its button
    public record Action(String name, Runnable run) {}

    public static Notice done(String text) {
        return new Notice(text, false, Optional.empty());
    }

    public static Notice done(String text, Action action) {
        return new Notice(text, false, Optional.of(action));
    }

    public static Notice problem(String text) {
        return new Notice(text, true, Optional.empty());
    }
}
