/// Work that blocks, and what is said of it: for every screen.
///
/// [org.classbarometer.ui.task.Tasks] takes what blocks to a background thread and brings the answer
/// back to the JavaFX thread; [org.classbarometer.ui.task.NoticeBar] shows what was done or went wrong,
/// and [org.classbarometer.ui.task.Undo] keeps the way back open for some seconds.
@NullMarked
package org.classbarometer.ui.task;

import org.jspecify.annotations.NullMarked;
