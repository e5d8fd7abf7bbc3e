/// The screens: one window in JavaFX, one subpackage per screen.
///
/// [org.classbarometer.ui.Ui#run] opens the window and returns when it is closed. View models hold
/// properties and commands and are tested without a window; views bind to them. Nothing here can
/// save a picture. Called by `cli` only.
@NullMarked
package org.classbarometer.ui;

import org.jspecify.annotations.NullMarked;
