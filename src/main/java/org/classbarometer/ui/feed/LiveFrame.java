package org.classbarometer.ui.feed;

import java.util.List;
import org.classbarometer.face.Masks;
import org.classbarometer.monitor.FaceReading;
import org.classbarometer.monitor.Load;
import org.classbarometer.monitor.StageTimings;
import org.classbarometer.mood.Mood;

/// One analysed frame as the screen shows it: its own copy of the picture with what was found in it.
///
/// @param picture the very frame that was analysed, masks blurred; valid while it is shown
/// @param faces in pixels of the picture
/// @param capturedNanos [System#nanoTime()] when the frame reached the program
/// @param sourceNanos where in the source it is, nanoseconds since its first frame
/// @param dropped frames dropped since the source was opened
/// @param load how much of its work this computer manages
public record LiveFrame(
        Picture picture,
        List<FaceReading> faces,
        Mood mood,
        StageTimings timings,
        long capturedNanos,
        long sourceNanos,
        long dropped,
        Load load) {
    /// The same frame with regions made unrecognisable, pixels and faces; they cannot be brought back.
    public LiveFrame hiding(Masks masks) {
        picture.hide(masks);
        List<FaceReading> open =
                faces.stream()
                        .filter(face ->
                                !masks.hides(face.face().box(), picture.width(), picture.height()))
                        .toList();
        return new LiveFrame(
                picture, open, mood, timings, capturedNanos, sourceNanos, dropped, load);
    }
}
