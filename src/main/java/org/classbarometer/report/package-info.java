/// Takes stored sessions out of the program: CSV files for spreadsheets and printable reports.
///
/// Sessions enter one at a time from a [org.classbarometer.session.SessionStore]; files in a folder
/// of the user's choice leave. What is suppressed stays so: every figure here is made of what the
/// unsuppressed buckets say, and of nothing else. Called by the review screen and by the command
/// line.
@NullMarked
package org.classbarometer.report;

import org.jspecify.annotations.NullMarked;
