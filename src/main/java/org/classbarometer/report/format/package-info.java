/// What every export format has in common: it takes sessions and writes files. Who writes which files
/// is listed in `org.classbarometer.report.ExportFormat`.
@NullMarked
package org.classbarometer.report.format;

import org.jspecify.annotations.NullMarked;
