/// The bar on the live screen that gives a gentle hint about the room, explains it, and can be sent
/// away or silenced.
///
/// Moods come from the live view model, the rule from `org.classbarometer.hint`; nothing is stored.
/// Off unless the teacher turned hints on in the settings.
@NullMarked
package org.classbarometer.ui.hint;

import org.jspecify.annotations.NullMarked;
