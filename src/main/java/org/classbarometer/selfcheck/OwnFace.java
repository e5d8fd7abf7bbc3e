package org.classbarometer.selfcheck;

import java.util.List;
import java.util.Optional;
import org.classbarometer.face.Box;
import org.classbarometer.face.Masks;
import org.classbarometer.face.TrackedFace;
import org.classbarometer.frame.OpenCv;
import org.classbarometer.monitor.Attention;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/// Attends to one face, the person's own, and hides everything else: the whole frame is made
/// unrecognisable but for an oval around the own head, and in that oval whatever belongs to another
/// found face. So also a face that no cascade finds, in profile or half hidden behind the person, is
/// neither read nor shown. While nobody is surely in front, the whole frame is hidden.
///
/// Which face is the own one is said by [SteadyChoice].
public final class OwnFace implements Attention {
    private static final Masks EVERYTHING = new Masks(List.of(new Masks.Region(0, 0, 1, 1)));

    // An oval around the head, in sides of the face's box from its centre: hair above, the chin and
    // a little of the neck below. The expression model's crop lies within.
    private static final double HALF_WIDTH = 0.86;
    private static final double HALF_HEIGHT = 1.08;

    /// How far another face's box reaches beyond what the cascade frames, in sides of the box.
    private static final double OTHER_GROWN = 0.3;

    private final SteadyChoice choice = new SteadyChoice();
    private final Mat original;
    private final Mat seen;

    public OwnFace() {
        OpenCv.load();
        original = new Mat();
        seen = new Mat();
    }

    @Override
    public List<TrackedFace> attend(Mat bgr, List<TrackedFace> faces, long sourceNanos) {
        Optional<TrackedFace> own = choice.of(faces, Math.min(bgr.cols(), bgr.rows()), sourceNanos);
        own.ifPresent(_ -> bgr.copyTo(original));
        EVERYTHING.blur(bgr);
        own.ifPresent(face -> bringBack(bgr, face, faces));
        return own.map(List::of).orElse(List.of());
    }

    private void bringBack(Mat bgr, TrackedFace own, List<TrackedFace> faces) {
        seen.create(bgr.size(), CvType.CV_8UC1);
        seen.setTo(Scalar.all(0));
        Box box = own.box();
        oval(box, HALF_WIDTH, HALF_HEIGHT);
        for (TrackedFace other : faces) {
            if (other.track() != own.track()) {
                Imgproc.rectangle(seen, grown(other.box()), Scalar.all(0), Imgproc.FILLED);
            }
        }
        if (faces.size() > 1) {
            // Cheek to cheek, the inner face stays the person's own.
            oval(box, 0.5, 0.5);
        }
        original.copyTo(bgr, seen);
    }

    private void oval(Box face, double halfWidth, double halfHeight) {
        Imgproc.ellipse(
                seen,
                new Point(face.centreX(), face.centreY()),
                new Size(halfWidth * face.width(), halfHeight * face.height()),
                0,
                0,
                360,
                Scalar.all(255),
                Imgproc.FILLED);
    }

    private static Rect grown(Box box) {
        int x = (int) Math.ceil(OTHER_GROWN * box.width());
        int y = (int) Math.ceil(OTHER_GROWN * box.height());
        return new Rect(box.x() - x, box.y() - y, box.width() + 2 * x, box.height() + 2 * y);
    }

    @Override
    public void reset() {
        choice.reset();
    }

    @Override
    public void close() {
        original.release();
        seen.release();
    }
}
