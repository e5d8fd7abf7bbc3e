/// Self-check: a student looks at their own expression, alone, by their own choice.
///
/// Found faces enter and one leaves, the person's own ([org.classbarometer.selfcheck.OwnFace]);
/// readings of it enter and an impression of some seconds leaves; diary entries enter and a trend over
/// days and, seldom, a friendly suggestion leave. In an entry the person's own word counts; the
/// machine's is kept beside it. Nothing here diagnoses, and nothing knows a screen. The diary's file is
/// in `selfcheck.diary`, places to turn to are in `selfcheck.help`.
@NullMarked
package org.classbarometer.selfcheck;

import org.jspecify.annotations.NullMarked;
