/// What a newcomer is told: the program's name and purpose in a line, and a tour of three steps over
/// the live screen. Seen or skipped once, it is found again from the help.
@NullMarked
package org.classbarometer.ui.welcome;

import org.jspecify.annotations.NullMarked;
