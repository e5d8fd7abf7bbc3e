package org.classbarometer.expression;

/// Why this label: how much each part of a face's crop spoke for each label.
///
/// The class activation map of Zhou et al. 2016, "Learning Deep Features for Discriminative
/// Localization": `M_c(x, y) = sum_k w_ck f_k(x, y)`, where `f_k` is the k-th channel of the last
/// feature map and `w_ck` the classifier's weight from it to label c. Since the network averages
/// `f_k` over the picture before classifying, the mean of `M_c` over the picture plus the
/// classifier's bias is exactly the logit of c: the map shares the logit out over the picture.
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
        float[] probabilities) {
    /// The map of one label of the model, ready to be laid over the crop.
    ///
    /// @param label of the model
    /// @param toWidth columns wanted, at least 1
    /// @param toHeight rows wanted, at least 1
    /// @return row by row, 0 where the least and 1 where the most spoke for the label; all 0 when
    ///     every place spoke alike
    public float[] heat(int label, int toWidth, int toHeight) {
        return enlarged(normalised(activations[label]), toWidth, toHeight);
    }

    /// The map of one label of a view, which may gather several labels of the model.
    ///
    /// The gathered label's evidence is `T log sum_c exp(z_c / T)`; a small change of the logits `z_c`
    /// changes it by `p_c / sum p`, so the maps are added with these weights: the label that made the
    /// face negative also explains it.
    public float[] heat(LabelView view, int label, int toWidth, int toHeight) {
        int[] members = view.members(label);
        float total = 0;
        for (int member : members) {
            total += probabilities[member];
        }
        float[] sum = new float[width * height];
        for (int member : members) {
            float weight = total > 0 ? probabilities[member] / total : 1f / members.length;
            for (int i = 0; i < sum.length; i++) {
                sum[i] += weight * activations[member][i];
            }
        }
        return enlarged(normalised(sum), toWidth, toHeight);
    }

    private static float[] normalised(float[] map) {
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (float value : map) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        float[] result = new float[map.length];
        if (most > least) {
            for (int i = 0; i < map.length; i++) {
                result[i] = (map[i] - least) / (most - least);
            }
        }
        return result;
    }

    /// Bilinear between the centres of the map's cells, as OpenCV's `INTER_LINEAR` places them.
    private float[] enlarged(float[] map, int toWidth, int toHeight) {
        float[] result = new float[toWidth * toHeight];
        for (int row = 0; row < toHeight; row++) {
            float y = Math.clamp((row + 0.5f) * height / toHeight - 0.5f, 0, height - 1);
            int top = (int) y;
            int bottom = Math.min(top + 1, height - 1);
            for (int column = 0; column < toWidth; column++) {
                float x = Math.clamp((column + 0.5f) * width / toWidth - 0.5f, 0, width - 1);
                int left = (int) x;
                int right = Math.min(left + 1, width - 1);
                float above = mix(map[top * width + left], map[top * width + right], x - left);
                float below =
                        mix(map[bottom * width + left], map[bottom * width + right], x - left);
                result[row * toWidth + column] = mix(above, below, y - top);
            }
        }
        return result;
    }

    private static float mix(float from, float to, float share) {
        return from + (to - from) * share;
    }
}
