/// The printable report of a session: one document, as a page for a browser and as a sheet of paper.
///
/// A timeline enters, HTML or PDF leaves. Both are the same text and the same geometry; only the
/// style sheet and the pen differ. Called by [org.classbarometer.report.SessionExport].
@NullMarked
package org.classbarometer.report.sheet;

import org.jspecify.annotations.NullMarked;
