package org.classbarometer.ui.settings;

/// Whether what moves by itself is left out.
public enum MotionChoice {
    /// As the system's own setting says.
    SYSTEM,
    FULL,
    REDUCED
}
