package org.classbarometer.face;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.classbarometer.frame.OpenCv;
import org.opencv.core.Mat;
import org.opencv.core.MatOfInt;
import org.opencv.core.MatOfRect;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.opencv.objdetect.CascadeClassifier;

/// Finds faces with Haar cascades and follows them.
public final class HaarFaceFinder implements FaceFinder {
    private static final int SMALLEST_FACE = 24;

    private final CascadeClassifier frontal;
    private final Tracker tracker = new Tracker();
    private final Mat small = new Mat();
    private final MatOfRect rects = new MatOfRect();
    private final MatOfInt neighbours = new MatOfInt();

    private HaarFaceFinder(CascadeClassifier frontal) {
        this.frontal = frontal;
    }

    /// @param cascadesFolder the folder with OpenCV's `haarcascade_*.xml` files
    /// @throws CascadeException when a file is missing, damaged or no cascade
    public static HaarFaceFinder open(Path cascadesFolder) throws CascadeException {
        OpenCv.load();
        return new HaarFaceFinder(
                CascadeFile.open(cascadesFolder.resolve("haarcascade_frontalface_default.xml")));
    }

    @Override
    public List<TrackedFace> find(Mat grey, Masks masks, long sourceNanos) {
        List<Candidate> sightings = new ArrayList<>();
        if (Math.min(grey.cols(), grey.rows()) >= SMALLEST_FACE) {
            double shrink = Math.max(1, Math.min(grey.cols(), grey.rows()) / 360.0);
            Imgproc.resize(
                    grey,
                    small,
                    new Size(grey.cols() / shrink, grey.rows() / shrink),
                    0,
                    0,
                    Imgproc.INTER_AREA);
            frontal.detectMultiScale2(small, rects, neighbours, 1.15, 3, 0, new Size(24, 24));
            Rect[] found = rects.toArray();
            int[] counts = found.length == 0 ? new int[0] : neighbours.toArray();
            for (int i = 0; i < found.length; i++) {
                Rect r = found[i];
                Candidate sighting =
                        new Candidate(
                                (r.x + r.width / 2.0) * shrink,
                                (r.y + r.height / 2.0) * shrink,
                                r.width * shrink,
                                (counts[i] - 4) / 2.0);
                if (!masks.hides(sighting.box(), grey.cols(), grey.rows())) {
                    sightings.add(sighting);
                }
            }
        }
        return tracker.update(sightings, sourceNanos);
    }

    @Override
    public void reset() {
        tracker.reset();
    }

    @Override
    public void close() {
        small.release();
        rects.release();
        neighbours.release();
    }
}
