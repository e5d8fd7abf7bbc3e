/// Sessions as CSV tables (RFC 4180): one of sessions, one of buckets, one of markers, and one that
/// says what every column means. A column is defined once, with its meaning, and written and
/// described from there. Called by [org.classbarometer.report.SessionExport]; the command line
/// writes its own timeline with the same numbers, times and texts.
@NullMarked
package org.classbarometer.report.table;

import org.jspecify.annotations.NullMarked;
