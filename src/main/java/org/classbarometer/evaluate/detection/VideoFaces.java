package org.classbarometer.evaluate.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.classbarometer.evaluate.MarkdownTable;
import org.classbarometer.face.FaceFinder;
import org.classbarometer.face.Masks;
import org.classbarometer.face.TrackedFace;
import org.classbarometer.frame.FrameSource;
import org.classbarometer.frame.FrameSourceException;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/// What a finder sees in a film without a truth: how many faces in how many frames, and each number's
/// life. Whether that is right, a person has to say who looks at the film.
///
/// @param framesByFaces frames by the number of faces shown in them
/// @param byNumber what became of each track number
public record VideoFaces(int frames, Map<Integer, Integer> framesByFaces, List<Life> byNumber) {
    /// @param found frames in which the face was seen
    /// @param carried frames in which it was shown where it was expected
    public record Life(int number, int first, int last, int found, int carried) {
        private Life plus(int frame, boolean seen) {
            return new Life(number, first, frame, found + (seen ? 1 : 0), carried + (seen ? 0 : 1));
        }
    }

    /// Plays a film to its end through the finder, every frame.
    public static VideoFaces of(FrameSource film, FaceFinder finder) throws FrameSourceException {
        Map<Integer, Integer> framesByFaces = new TreeMap<>();
        Map<Integer, Life> lives = new TreeMap<>();
        int frame = 0;
        Mat image = new Mat();
        Mat grey = new Mat();
        try {
            for (OptionalLong time = film.read(image); time.isPresent(); time = film.read(image)) {
                Imgproc.cvtColor(image, grey, Imgproc.COLOR_BGR2GRAY);
                List<TrackedFace> faces = finder.find(grey, Masks.NONE, time.getAsLong());
                framesByFaces.merge(faces.size(), 1, Integer::sum);
                for (TrackedFace face : faces) {
                    int now = frame;
                    lives.putIfAbsent(face.track(), new Life(face.track(), now, now, 0, 0));
                    lives.computeIfPresent(face.track(), (_, life) -> life.plus(now, face.found()));
                }
                frame++;
            }
        } finally {
            image.release();
            grey.release();
        }
        return new VideoFaces(frame, framesByFaces, new ArrayList<>(lives.values()));
    }

    public static MarkdownTable table(Consumer<String> out) {
        return new MarkdownTable(
                out,
                "finder | frames | frames with so many faces | "
                        + "numbers: frames found + carried (first to last)");
    }

    /// One row of [#table].
    public void row(MarkdownTable table, String name) {
        List<String> counts = new ArrayList<>();
        framesByFaces.forEach((faces, of) -> counts.add(of + " with " + faces));
        List<String> lives =
                byNumber.stream()
                        .map(life ->
                                "%d: %d + %d (%d to %d)"
                                        .formatted(
                                                life.number,
                                                life.found,
                                                life.carried,
                                                life.first,
                                                life.last))
                        .toList();
        table.row(
                "%s | %d | %s | %s",
                name, frames, String.join(", ", counts), String.join("; ", lives));
    }
}
