package org.classbarometer.cli.watch;

import java.util.Optional;
import org.classbarometer.monitor.FrameAnalysis;
import org.classbarometer.mood.SpanMood;

/// Keeps nothing and tells nothing: for a recording of which only its end shows whether there is a
/// group in it.
record NoOutput() implements RunOutput {
    @Override
    public void add(long nanos, FrameAnalysis analysis) {}

    @Override
    public void finish(long nanos) {}

    @Override
    public Optional<SpanMood> published() {
        return Optional.empty();
    }
}
