package org.classbarometer.evaluate.model;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.classbarometer.evaluate.data.LabelledFace;
import org.classbarometer.evaluate.data.LabelledFace.Pixels;
import org.classbarometer.evaluate.data.PictureFile;
import org.classbarometer.evaluate.data.SkipReason;
import org.classbarometer.evaluate.data.Skips;
import org.classbarometer.expression.ExecutionProvider;
import org.classbarometer.expression.ExplanationMap;
import org.classbarometer.expression.ExpressionReader;
import org.classbarometer.expression.OnnxExpressionReader;
import org.classbarometer.face.Box;
import org.classbarometer.face.FaceFinder;
import org.classbarometer.face.HaarFaceFinder;
import org.classbarometer.face.Masks;
import org.classbarometer.face.TrackedFace;
import org.classbarometer.frame.OpenCv;
import org.classbarometer.text.UserProblem;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/// Reads the expressions of a data set's faces, one by one: the crop code and the model of live use,
/// on the calling thread only. Owns native memory.
///
/// A face that was found in a picture is cut out with the model's own margin. A picture that is cut to
/// the face already is read whole: cutting the model's margin from it would take something away (or
/// add an edge) that live use never does to a face that is framed rightly.
final class FaceReader implements AutoCloseable {
    private final ExpressionReader live;
    private final ExpressionReader whole;
    private final FaceFinder finder;
    private final Framing framing;

    private FaceReader(
            ExpressionReader live, ExpressionReader whole, FaceFinder finder, Framing framing) {
        this.live = live;
        this.whole = whole;
        this.finder = finder;
        this.framing = framing;
    }

    /// @throws UserProblem when the model or a cascade cannot be used; nothing stays open then
    static FaceReader open(Path model, ExecutionProvider provider, Path cascades, Framing framing)
            throws UserProblem {
        OpenCv.load();
        OnnxExpressionReader live = OnnxExpressionReader.open(model, provider);
        try {
            OnnxExpressionReader whole = OnnxExpressionReader.open(model, provider, 0);
            try {
                return new FaceReader(live, whole, HaarFaceFinder.open(cascades), framing);
            } catch (UserProblem | RuntimeException unusable) {
                whole.close();
                throw unusable;
            }
        } catch (UserProblem | RuntimeException unusable) {
            live.close();
            throw unusable;
        }
    }

    /// The model as it is used live.
    ExpressionReader model() {
        return live;
    }

    /// Loads a face's picture and finds where in it the face is.
    ///
    /// @return empty, and counted, when there is no picture or no face in it
    Optional<PlacedFace> place(LabelledFace face, Skips skips) {
        return switch (face.pixels()) {
            case Pixels.Cut cut -> {
                Mat grey = new Mat(cut.height(), cut.width(), CvType.CV_8UC1);
                grey.put(0, 0, cut.grey());
                yield Optional.of(PlacedFace.whole(grey));
            }
            case Pixels.InFile picture -> {
                Optional<Mat> grey = PictureFile.grey(picture.file());
                if (grey.isEmpty()) {
                    skips.add(SkipReason.CORRUPT, face.name());
                    yield Optional.empty();
                }
                yield place(face, grey.get(), skips);
            }
        };
    }

    private Optional<PlacedFace> place(LabelledFace face, Mat grey, Skips skips) {
        boolean small = Math.max(grey.cols(), grey.rows()) <= Framing.WHOLE_UP_TO;
        if (framing == Framing.WHOLE || (framing == Framing.AUTO && small)) {
            return Optional.of(PlacedFace.whole(grey));
        }
        finder.reset();
        Optional<Box> largest =
                finder.find(grey, Masks.NONE, 0).stream()
                        .map(TrackedFace::box)
                        .max(Comparator.comparingLong(Box::area));
        if (largest.isEmpty()) {
            skips.add(SkipReason.NO_FACE, face.name());
            grey.release();
            return Optional.empty();
        }
        return Optional.of(new PlacedFace(grey, largest.get(), false));
    }

    /// Calibrated, one per label of the model.
    float[] read(PlacedFace face) {
        return reader(face).probabilities(face.grey(), List.of(face.box()))[0];
    }

    ExplanationMap explain(PlacedFace face) {
        return reader(face).explain(face.grey(), face.box());
    }

    private ExpressionReader reader(PlacedFace face) {
        return face.whole() ? whole : live;
    }

    @Override
    public void close() {
        finder.close();
        whole.close();
        live.close();
    }
}
