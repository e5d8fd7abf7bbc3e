package org.classbarometer.store;

import java.util.List;
import java.util.Set;

/// The tables of the teacher's database. Nothing in them is about a person or a track; a bucket that
/// is suppressed has an index and nothing else: SQLite itself refuses other rows.
final class SessionSchema {
    // "ClBS", as `file` and other tools read it from the header.
    private static final int APPLICATION_ID = 0x436c4253;

    /// `start` and `ended` are ISO 8601 with offset, `start_millis` the same instant for finding and
    /// sorting. `shares`, `probabilities` hold a byte a label, 0 to 100. `sparkline`, `buckets` and
    /// `suppressed` are derived when a session ends.
    private static final String FIRST =
            """
            CREATE TABLE settings (
                key TEXT PRIMARY KEY NOT NULL,
                value TEXT NOT NULL
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE sessions (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                class_name TEXT NOT NULL,
                country TEXT NOT NULL,
                purpose TEXT NOT NULL,
                start TEXT NOT NULL,
                start_millis INTEGER NOT NULL,
                label_set TEXT NOT NULL,
                labels TEXT NOT NULL,
                model TEXT NOT NULL,
                bucket_millis INTEGER NOT NULL CHECK (bucket_millis > 0),
                k INTEGER NOT NULL CHECK (k >= 5),
                ended TEXT,
                buckets INTEGER NOT NULL DEFAULT 0,
                suppressed INTEGER NOT NULL DEFAULT 0,
                sparkline BLOB
            ) STRICT;
            CREATE INDEX sessions_by_class ON sessions (class_name, start_millis);
            CREATE INDEX sessions_by_start ON sessions (start_millis);

            CREATE TABLE consents (
                session INTEGER PRIMARY KEY NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
                at TEXT NOT NULL,
                role TEXT NOT NULL,
                opted_in INTEGER NOT NULL CHECK (opted_in >= 1),
                statement_version TEXT NOT NULL,
                statement_language TEXT NOT NULL
            ) STRICT;

            CREATE TABLE buckets (
                session INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
                idx INTEGER NOT NULL CHECK (idx >= 0),
                faces INTEGER,
                uncertain INTEGER,
                shares BLOB,
                probabilities BLOB,
                PRIMARY KEY (session, idx),
                CHECK ((faces IS NULL AND uncertain IS NULL AND shares IS NULL AND probabilities IS NULL)
                    OR (faces IS NOT NULL AND uncertain IS NOT NULL AND shares IS NOT NULL
                        AND probabilities IS NOT NULL AND faces >= 5))
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE markers (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                session INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
                at_millis INTEGER NOT NULL,
                note TEXT NOT NULL
            ) STRICT;
            CREATE INDEX markers_by_session ON markers (session, at_millis);
            """;

    /// Buckets told more than is right (docs/decisions/0030); [EarlierBuckets] takes over what may
    /// still be told and drops the rest. `shown` holds two bytes a label, in people.
    private static final String SECOND =
            """
            ALTER TABLE buckets RENAME TO earlier_buckets;
            CREATE TABLE buckets (
                session INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
                idx INTEGER NOT NULL CHECK (idx >= 0),
                people INTEGER,
                uncertain INTEGER,
                shown BLOB,
                PRIMARY KEY (session, idx),
                CHECK ((people IS NULL AND uncertain IS NULL AND shown IS NULL)
                    OR (people IS NOT NULL AND uncertain IS NOT NULL AND shown IS NOT NULL
                        AND people >= 5))
            ) STRICT, WITHOUT ROWID;
            UPDATE sessions SET sparkline = NULL;
            """;

    /// `announced` is when the user was told that the session will be deleted for its age, in
    /// milliseconds; `discarded` is 1 while a deletion can still be undone.
    private static final String THIRD =
            """
            ALTER TABLE sessions ADD COLUMN title TEXT NOT NULL DEFAULT '';
            ALTER TABLE sessions ADD COLUMN announced INTEGER;
            ALTER TABLE sessions ADD COLUMN discarded INTEGER NOT NULL DEFAULT 0;
            """;

    /// `kept_from` is since when a session is kept that a clock far ahead dated into the future, in
    /// milliseconds; the others are kept since their start.
    private static final String FOURTH = "ALTER TABLE sessions ADD COLUMN kept_from INTEGER";

    static final Schema SCHEMA =
            new Schema(APPLICATION_ID, List.of(FIRST, SECOND, THIRD, FOURTH), Set.of("buckets"));

    private SessionSchema() {}
}
