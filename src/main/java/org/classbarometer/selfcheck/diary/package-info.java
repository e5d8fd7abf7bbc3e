/// The diary's file: a database of its own, apart from the class sessions, that may be sealed with a
/// passphrase.
///
/// Entries enter and leave through [org.classbarometer.selfcheck.diary.Diary]; no file exists before
/// the person keeps the first entry or sets a passphrase. What a passphrase protects and what not is in
/// docs/decisions/0018. Used by the self-check screen only.
@NullMarked
package org.classbarometer.selfcheck.diary;

import org.jspecify.annotations.NullMarked;
