package org.classbarometer.ui.settings;

/// Light or dark, or whichever the system uses at the moment.
public enum ThemeChoice {
    SYSTEM,
    LIGHT,
    DARK
}
