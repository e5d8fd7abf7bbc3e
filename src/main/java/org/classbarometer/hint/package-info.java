/// Gentle hints for the teacher while a lesson runs, about the room only.
///
/// Moods of analysed frames enter [HintRule], which keeps them in memory for the last half hour; a
/// [Hint] leaves when the whole room has looked different from usual for minutes, with what it rests
/// on. No face, no track and no picture is known here, and nothing rests on fewer than k certainly
/// read faces. Off unless the teacher asked for it; used by the live screen. Why this rule:
/// docs/decisions/0014-hints.md.
@NullMarked
package org.classbarometer.hint;

import org.jspecify.annotations.NullMarked;
