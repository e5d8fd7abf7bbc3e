package org.classbarometer.ui.task;

/// What is said of something that was done or went wrong, until it is dismissed.
public record Notice(String text, boolean problem) {
    public static Notice done(String text) {
        return new Notice(text, false);
    }

    public static Notice problem(String text) {
        return new Notice(text, true);
    }
}
