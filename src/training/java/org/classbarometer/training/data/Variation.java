package org.classbarometer.training.data;

/// How much a face is varied each time it is shown. Every amount is drawn evenly up to the value
/// given.
///
/// @param rotation degrees to either side
/// @param shift share of the side, in each direction
/// @param zoom share of the size, smaller or larger, drawn for both axes together
/// @param stretch share by which one axis differs from the other
/// @param contrast share of the contrast, weaker or stronger
/// @param brightness grey values, darker or brighter
/// @param gamma exponent's logarithm, to either side
/// @param erasing share of faces in which a rectangle is covered (Zhong et al. 2017)
/// @param shrinking share of faces that are shrunk and enlarged again, as faces far away are
/// @param shrunkLeast pixels of a side
/// @param shrunkMost pixels of a side
/// @param mixing share of batches mixed (Zhang et al. 2017, "mixup")
/// @param mixture parameter of mixup's Beta distribution
public record Variation(
        float rotation,
        float shift,
        float zoom,
        float stretch,
        float contrast,
        float brightness,
        float gamma,
        float erasing,
        float shrinking,
        int shrunkLeast,
        int shrunkMost,
        float mixing,
        float mixture) {
    /// What the shipped models are trained with. Boxes of the live detector jitter by a tenth; faces
    /// far back in a classroom are 24 pixels wide.
    public static final Variation USUAL =
            new Variation(15f, 0.08f, 0.15f, 0.06f, 0.3f, 20f, 0.3f, 0.3f, 0.35f, 14, 40, 0f, 0.2f);

    /// Every face as it is.
    public static final Variation NONE = new Variation(0, 0, 0, 0, 0, 0, 0, 0, 0, 48, 48, 0, 0.2f);

    /// This, with no faces mixed or covered.
    public Variation calm() {
        return with(zoom, 0, 0);
    }

    /// This, with another share of mixed batches.
    public Variation withMixing(float share) {
        return with(zoom, erasing, share);
    }

    /// This, with faces framed more or less differently.
    public Variation withZoom(float share) {
        return with(share, erasing, mixing);
    }

    private Variation with(float zoom, float erasing, float mixing) {
        return new Variation(
                rotation,
                shift,
                zoom,
                stretch,
                contrast,
                brightness,
                gamma,
                erasing,
                shrinking,
                shrunkLeast,
                shrunkMost,
                mixing,
                mixture);
    }
}
