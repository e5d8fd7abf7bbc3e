/// Keeps sessions in one SQLite file in the user's data folder.
///
/// [org.classbarometer.store.SqliteSessionStore] is the teacher's database;
/// [org.classbarometer.store.Database] is what any database of the program needs: opened with owner-only
/// rights, migrated, written by one thread, durable with every call, cleaned to the bytes when
/// something is deleted, and with a clear word when the file cannot be used. Knows no screen and no
/// pipeline; what is kept, and what never, is decided in `session`.
@NullMarked
package org.classbarometer.store;

import org.jspecify.annotations.NullMarked;
