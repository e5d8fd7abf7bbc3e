package org.classbarometer.selfcheck.diary;

import java.util.List;
import org.classbarometer.selfcheck.diary.DiaryTables.Row;

/// What a diary holds.
///
/// @param entries newest first
/// @param unreadable pages that are damaged, as they are stored
/// @param whole false when the file is damaged where pages are, and some may not be found
record Pages(List<StoredEntry> entries, List<Row> unreadable, boolean whole) {
    boolean complete() {
        return whole && unreadable.isEmpty();
    }
}
