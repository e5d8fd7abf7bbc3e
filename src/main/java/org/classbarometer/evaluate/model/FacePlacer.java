package org.classbarometer.evaluate.model;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import org.classbarometer.evaluate.data.LabelledFace.Pixels;
import org.classbarometer.evaluate.data.PictureFile;
import org.classbarometer.evaluate.data.SkipReason;
import org.classbarometer.evaluate.data.Skips;
import org.classbarometer.face.Box;
import org.classbarometer.face.FaceFinder;
import org.classbarometer.face.Masks;
import org.classbarometer.face.TrackedFace;
import org.classbarometer.face.follow.FollowingFinder;
import org.classbarometer.face.haar.CascadeException;
import org.classbarometer.face.haar.HaarDetector;
import org.classbarometer.frame.OpenCv;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/// Loads the pictures of a data set and says where in them the face is: one rule for what models are
/// evaluated on and what they are trained on. Owns native memory; one thread.
public final class FacePlacer implements AutoCloseable {
    private final FaceFinder finder;
    private final FaceLocation framing;

    private FacePlacer(FaceFinder finder, FaceLocation framing) {
        this.finder = finder;
        this.framing = framing;
    }

    /// @param cascades folder of the face finder's cascades
    /// @throws CascadeException when one of them cannot be used
    public static FacePlacer open(Path cascades, FaceLocation framing) throws CascadeException {
        OpenCv.load();
        return new FacePlacer(new FollowingFinder(HaarDetector.open(cascades)), framing);
    }

    /// @param name for the count of what was left out
    /// @return to be closed by the caller; empty, and counted, when there is no picture or no face in
    ///     it
    public Optional<PlacedFace> place(String name, Pixels pixels, Skips skips) {
        return switch (pixels) {
            case Pixels.Cut cut -> {
                Mat grey = new Mat(cut.height(), cut.width(), CvType.CV_8UC1);
                grey.put(0, 0, cut.grey());
                yield Optional.of(PlacedFace.whole(grey));
            }
            case Pixels.InFile picture -> {
                Optional<Mat> grey = PictureFile.grey(picture.file());
                if (grey.isEmpty()) {
                    skips.add(SkipReason.CORRUPT, name);
                    yield Optional.empty();
                }
                yield place(name, grey.get(), skips);
            }
        };
    }

    private Optional<PlacedFace> place(String name, Mat grey, Skips skips) {
        boolean small = Math.max(grey.cols(), grey.rows()) <= FaceLocation.WHOLE_UP_TO;
        if (framing == FaceLocation.WHOLE || (framing == FaceLocation.AUTO && small)) {
            return Optional.of(PlacedFace.whole(grey));
        }
        finder.reset();
        Optional<Box> largest =
                finder.find(grey, Masks.NONE, 0).stream()
                        .map(TrackedFace::box)
                        .max(Comparator.comparingLong(Box::area));
        if (largest.isEmpty()) {
            skips.add(SkipReason.NO_FACE, name);
            grey.release();
            return Optional.empty();
        }
        return Optional.of(new PlacedFace(grey, largest.get(), false));
    }

    @Override
    public void close() {
        finder.close();
    }
}
