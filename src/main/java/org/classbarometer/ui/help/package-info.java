/// What can be asked for from every room: the keys, what the readings mean and what the law says,
/// and what program this is. [HelpDialogs] shows each in a dialog; [About] is what the last is told
/// from. Nothing here changes anything.
@NullMarked
package org.classbarometer.ui.help;

import org.jspecify.annotations.NullMarked;
