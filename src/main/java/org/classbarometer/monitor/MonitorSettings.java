package org.classbarometer.monitor;

import java.time.Duration;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.face.Masks;

/// What can be changed while the monitor runs. Immutable; the monitor takes a new one with
/// [Monitor#apply].
///
/// @param labels the label set readings are given in
/// @param masks regions left alone
/// @param smoothing span of the sliding median over time: a change that holds for half of it is shown,
///     a shorter one is taken for a misreading; zero for single frames
public record MonitorSettings(LabelSet labels, Masks masks, Duration smoothing) {
    /// Long enough to calm a flickering reading, short enough for a smile of a third of a second
    /// (docs/decisions/0004-smoothing.md).
    public static final Duration SMOOTHING = Duration.ofMillis(200);

    public static final MonitorSettings DEFAULT =
            new MonitorSettings(LabelSet.FOUR, Masks.NONE, SMOOTHING);

    public MonitorSettings withLabels(LabelSet newLabels) {
        return new MonitorSettings(newLabels, masks, smoothing);
    }

    public MonitorSettings withMasks(Masks newMasks) {
        return new MonitorSettings(labels, newMasks, smoothing);
    }
}
