package org.classbarometer.monitor;

import java.util.List;
import org.classbarometer.frame.Frame;
import org.classbarometer.mood.Mood;

/// All that is known of one frame. Immutable but for the frame's pixels, which are valid only during
/// [MonitorListener#analysed]: a listener that needs them later copies them there.
///
/// @param frame the very frame that was analysed, masks already blurred
/// @param faces ordered by track number
/// @param mood of this frame's faces
/// @param timings of this frame
/// @param dropped frames dropped since the source was opened
/// @param load how much of its work this computer manages
public record FrameAnalysis(
        Frame frame,
        List<FaceReading> faces,
        Mood mood,
        StageTimings timings,
        long dropped,
        Load load) {}
