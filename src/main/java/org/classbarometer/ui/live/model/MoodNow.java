package org.classbarometer.ui.live.model;

import org.classbarometer.expression.LabelSet;
import org.classbarometer.mood.MoodSum;
import org.classbarometer.ui.feed.MoodHistory;

/// The mood of the room as the side panel shows it.
///
/// @param recent mood over the last seconds
/// @param faces seen in the newest frame
/// @param read of them with a certain reading
/// @param uncertain of them with an uncertain one
public record MoodNow(MoodHistory.Sample recent, int faces, int read, int uncertain) {
    public static MoodNow none(LabelSet labels) {
        return new MoodNow(new MoodHistory.Sample(0, new MoodSum(labels).mood()), 0, 0, 0);
    }
}
