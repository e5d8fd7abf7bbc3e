/// Dialogs inside the window: a dialog over a dimmed screen, worked by keyboard like any dialog.
///
/// No second window is opened, so that theme, language and screen readers stay with the one there
/// is, and nothing is left open when the program ends.
@NullMarked
package org.classbarometer.ui.dialog;

import org.jspecify.annotations.NullMarked;
