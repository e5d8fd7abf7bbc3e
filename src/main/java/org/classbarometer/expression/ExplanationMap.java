package org.classbarometer.expression;

/// Why this label: how much each part of a face's crop spoke for each label (class activation map,
/// Zhou et al. 2016).
///
/// @param crop grey pixels the model saw, row by row, 0..255; lives in memory only
/// @param cropWidth pixels
/// @param cropHeight pixels
/// @param activations `[label of the model][row * width + column]`, in logits; larger speaks for it
/// @param width columns of the map
/// @param height rows of the map
/// @param probabilities calibrated, one per label of the model
public record ExplanationMap(
        byte[] crop,
        int cropWidth,
        int cropHeight,
        float[][] activations,
        int width,
        int height,
        float[] probabilities) {}
