/// Recorded lessons, analysed into sessions at full speed from the window.
///
/// Video files and a consent enter [org.classbarometer.ui.recorded.RecordedLessons]; one after the other
/// they leave as stored sessions, by the same rules of consent, law and small groups as a lesson that
/// is stored live (and as `watch --record` does it). [org.classbarometer.ui.recorded.AnalysisBar] shows
/// how far that is. Used by the review.
@NullMarked
package org.classbarometer.ui.recorded;

import org.jspecify.annotations.NullMarked;
