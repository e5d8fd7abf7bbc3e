/// The commands `sessions` and `export`: stored lessons are listed, deleted and handed out as files.
///
/// [org.classbarometer.cli.sessions.StoredSessions] is how every command gets at the store.
@NullMarked
package org.classbarometer.cli.sessions;

import org.jspecify.annotations.NullMarked;
