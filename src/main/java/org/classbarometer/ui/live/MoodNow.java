package org.classbarometer.ui.live;

import org.classbarometer.expression.LabelSet;

/// The mood of the room as the side panel shows it.
///
/// @param recent shares over the last seconds
/// @param faces seen in the newest frame
/// @param read of them with a certain reading
/// @param uncertain of them with an uncertain one
public record MoodNow(MoodHistory.Sample recent, int faces, int read, int uncertain) {
    static MoodNow none(LabelSet labels) {
        return new MoodNow(
                new MoodHistory.Sample(0, labels, new double[labels.size()], 0, 0, 0), 0, 0, 0);
    }
}
