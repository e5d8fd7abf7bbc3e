/// What one lesson leaves behind: the consent it rests on, the timeline of the room's mood in
/// buckets, and the teacher's markers.
///
/// Moods of frames enter from the monitor while storing is agreed to; buckets that hide fewer than k
/// faces leave towards a [org.classbarometer.session.SessionStore]. Nothing here knows a single face,
/// a picture or a database. Used by the screens, the command line and the reports.
@NullMarked
package org.classbarometer.session;

import org.jspecify.annotations.NullMarked;
