/// What the program remembers between two starts, and the dialog that changes it.
///
/// [org.classbarometer.ui.settings.Settings] is one JSON file in the user's data folder; it holds
/// choices and mask positions, never pictures, readings or anything about people.
@NullMarked
package org.classbarometer.ui.settings;

import org.jspecify.annotations.NullMarked;
