package org.classbarometer.evaluate.speed;

import java.util.OptionalLong;
import org.classbarometer.monitor.FrameAnalysis;
import org.classbarometer.monitor.MonitorListener;

/// How long after a source's first frame the first labels are there: until nine in ten of the faces seen
/// in a frame have a reading. To be added before the monitor starts; may be asked on any thread.
final class FirstLabels implements MonitorListener {
    private static final double NEARLY_ALL = 0.9;

    private OptionalLong began = OptionalLong.empty();
    private OptionalLong took = OptionalLong.empty();

    @Override
    public synchronized void analysed(FrameAnalysis analysis) {
        long captured = analysis.frame().capturedNanos();
        if (began.isEmpty()) {
            began = OptionalLong.of(captured);
        }
        long read = analysis.faces().stream().filter(f -> f.reading().isPresent()).count();
        if (took.isEmpty() && read > 0 && read >= NEARLY_ALL * analysis.faces().size()) {
            long finished = captured + analysis.timings().total();
            took = OptionalLong.of(finished - began.getAsLong());
        }
    }

    /// Nanoseconds from the first frame's capture to the finished analysis; empty while there are none.
    synchronized OptionalLong nanos() {
        return took;
    }
}
