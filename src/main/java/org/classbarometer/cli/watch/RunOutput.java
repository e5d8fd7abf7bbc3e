package org.classbarometer.cli.watch;

import java.util.Optional;
import org.classbarometer.cli.common.CommandProblem;
import org.classbarometer.monitor.FrameAnalysis;
import org.classbarometer.mood.SpanMood;

/// What a run leaves behind: a CSV file or a stored session. Called on the analysis thread, but for
/// [#published].
interface RunOutput {
    /// @param nanos since the first frame, never decreasing
    void add(long nanos, FrameAnalysis analysis) throws CommandProblem;

    /// Ends it; nothing comes afterwards. A bucket that has not ended is dropped.
    ///
    /// @param nanos since the first frame, until when the run lasted
    void finish(long nanos) throws CommandProblem;

    /// The mood that may be told beside what is kept: taken from the kept buckets, it says nothing
    /// that they do not say. May be asked on any thread.
    Optional<SpanMood> published();
}
