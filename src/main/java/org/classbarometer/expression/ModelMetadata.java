package org.classbarometer.expression;

/// What an expression model's file says of itself: the keys of the model contract.
///
/// @param labels the model's own label set, named by its `label_set` key
/// @param cropMargin fraction of the face box's width added on each side before cropping; may be
///     negative
/// @param temperature softmax(logits / temperature) gives calibrated probabilities; positive
/// @param uncertainBelow readings with less confidence are called uncertain, in [0, 1]
/// @param trainedOn data the model was trained on
/// @param licence of the weights
/// @param version of the model
/// @param card file name of the model card
/// @param inputHeight pixels of the crop
/// @param inputWidth pixels of the crop
public record ModelMetadata(
        LabelSet labels,
        float cropMargin,
        float temperature,
        float uncertainBelow,
        String trainedOn,
        String licence,
        String version,
        String card,
        int inputHeight,
        int inputWidth) {
    ModelMetadata withCropMargin(float margin) {
        return new ModelMetadata(
                labels,
                margin,
                temperature,
                uncertainBelow,
                trainedOn,
                licence,
                version,
                card,
                inputHeight,
                inputWidth);
    }
}
