/// What a stored timeline tells afterwards: where the room's mood shifted, what was different before
/// and after a marker, how two lessons differ, and a class over weeks.
///
/// Timelines enter as they are stored, so that a suppressed bucket stays unknown here too: it is
/// counted, and nothing is filled in for it. Numbers leave, each with what it rests on and how sure it
/// is. Knows no screen and no database; used by the review screen and the reports. Formulae and why
/// these: docs/decisions/0013-moments-and-how-sure.md.
@NullMarked
package org.classbarometer.review;

import org.jspecify.annotations.NullMarked;
