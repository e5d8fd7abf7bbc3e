/// Storing a session, as a deliberate act that everybody can see.
///
/// [ConsentForm] is what the teacher confirms before anything is stored; [RecordingViewModel] attaches
/// a recorder to the monitor then; [Marking] marks moments of the session, and [Ending] ends it or
/// deletes it; [RecordingBar] is the sign over every room. [LiveConduct] is what law and a running
/// session forbid on the live screen.
@NullMarked
package org.classbarometer.ui.record;

import org.jspecify.annotations.NullMarked;
