package org.classbarometer.selfcheck.diary;

import org.classbarometer.selfcheck.Entry;

/// An entry in the diary.
///
/// @param id given by the diary
public record StoredEntry(long id, Entry entry) {}
