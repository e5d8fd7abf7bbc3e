package org.classbarometer.expression;

import java.util.List;
import java.util.Optional;
import org.classbarometer.face.Box;
import org.opencv.core.Mat;

/// Reads expressions from faces. Thread-safe: several workers read faces of one frame at once.
public interface ExpressionReader extends AutoCloseable {
    /// What the model says of itself.
    ModelMetadata metadata();

    /// Where the model really runs: `CPU`, `CUDA`.
    String provider();

    /// Why the model does not run where it was asked to, in the user's words; empty when it does.
    default Optional<String> notice() {
        return Optional.empty();
    }

    /// @param grey 8-bit grey frame, full size
    /// @param faces boxes as the face finder frames them
    /// @return calibrated probabilities, `[face][label of the model]`, each row summing to 1
    float[][] probabilities(Mat grey, List<Box> faces);

    /// The class activation map of one face: which parts of the crop spoke for a label of the model.
    ExplanationMap explain(Mat grey, Box face);

    /// Lays a label set over the model. Cheap enough to be called for every frame.
    ///
    /// @throws IllegalArgumentException when the model cannot tell these labels apart
    LabelView view(LabelSet labels);

    /// The label sets that [#view] can lay over this model, the one telling most apart first; never
    /// empty.
    default List<LabelSet> views() {
        return List.of(metadata().labels());
    }

    @Override
    void close();
}
