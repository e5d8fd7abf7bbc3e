package org.classbarometer.evaluate.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.classbarometer.evaluate.data.LabelledFace;
import org.classbarometer.evaluate.data.Skips;
import org.classbarometer.expression.ExecutionProvider;
import org.classbarometer.expression.ExplanationMap;
import org.classbarometer.expression.ExpressionReader;
import org.classbarometer.expression.OnnxExpressionReader;
import org.classbarometer.frame.OpenCv;
import org.classbarometer.text.UserProblem;

/// Reads the expressions of a data set's faces, one by one: the crop code and the model of live use,
/// on the calling thread only. Owns native memory.
///
/// A face that was found in a picture is cut out with the model's own margin. A picture that is cut to
/// the face already is read whole: cutting the model's margin from it would take something away (or
/// add an edge) that live use never does to a face that is framed rightly.
record FaceReader(ExpressionReader live, ExpressionReader whole, FacePlacer placer)
        implements AutoCloseable {
    /// @throws UserProblem when the model or a cascade cannot be used; nothing stays open then
    static FaceReader open(
            Path model, ExecutionProvider provider, Path cascades, FaceLocation framing)
            throws UserProblem {
        OpenCv.load();
        OnnxExpressionReader live = OnnxExpressionReader.open(model, provider);
        try {
            OnnxExpressionReader whole = OnnxExpressionReader.open(model, provider, 0);
            try {
                return new FaceReader(live, whole, FacePlacer.open(cascades, framing));
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

    /// @return empty, and counted, when there is no picture or no face in it
    Optional<PlacedFace> place(LabelledFace face, Skips skips) {
        return placer.place(face.name(), face.pixels(), skips);
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
        placer.close();
        whole.close();
        live.close();
    }
}
