package org.classbarometer.face.learned;

/// What a face finder's file says of itself: the keys of its contract (models/README.md).
///
/// @param threshold a face is what scores at least this, in (0, 1)
/// @param weakThreshold a box scoring this keeps a known face alive, in (0, threshold]
/// @param overlap of two boxes that overlap more (intersection over union) only the surer counts
/// @param smallestFace width in pixels of the network's input below which it was not taught
/// @param largestFace width above which it was not taught
/// @param framing how a box becomes the square a Haar cascade would frame
public record FinderMetadata(
        float threshold,
        float weakThreshold,
        float overlap,
        float smallestFace,
        float largestFace,
        Framing framing,
        String trainedOn,
        String licence,
        String version,
        String card) {
    /// For a box (x, y, w, h): the square's side is `ofWidth * w + ofHeight * h`, its middle
    /// `(x + centreX * w, y + centreY * h)`.
    public record Framing(float ofWidth, float ofHeight, float centreX, float centreY) {}

    /// @throws FinderException naming the key that is missing or wrong
    static FinderMetadata of(Keys keys) throws FinderException {
        keys.kind("face-finder");
        keys.text("strides");
        float threshold = keys.number("threshold", 1e-3f, 0.999f);
        return new FinderMetadata(
                threshold,
                keys.number("weak_threshold", 1e-3f, threshold),
                keys.number("overlap", 0.01f, 0.99f),
                keys.number("smallest_face", 1, 1000),
                keys.number("largest_face", 16, 4096),
                framing(keys),
                keys.text("trained_on"),
                keys.text("licence"),
                keys.text("version"),
                keys.text("card"));
    }

    private static Framing framing(Keys keys) throws FinderException {
        String name = "framing";
        String text = keys.text(name);
        String[] parts = text.split(",", -1);
        if (parts.length != 4) {
            throw keys.wrong(name, text);
        }
        float[] values = new float[4];
        for (int i = 0; i < 4; i++) {
            values[i] = keys.number(name, parts[i].strip(), -4, 4);
        }
        if (!(values[0] + values[1] > 0.1f)) {
            throw keys.wrong(name, text);
        }
        return new Framing(values[0], values[1], values[2], values[3]);
    }
}
