package org.classbarometer.face.learned;

import java.util.Arrays;
import java.util.Map;

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
    private static final String KIND = "face-finder";

    /// For a box (x, y, w, h): the square's side is `ofWidth * w + ofHeight * h`, its middle
    /// `(x + centreX * w, y + centreY * h)`.
    public record Framing(float ofWidth, float ofHeight, float centreX, float centreY) {}

    /// @throws FinderException naming the key that is missing or wrong
    static FinderMetadata of(String file, Map<String, String> keys) throws FinderException {
        if (!text(file, keys, "kind").equals(KIND)) {
            throw FinderException.of("face.learned.kind", file, text(file, keys, "kind"));
        }
        text(file, keys, "strides");
        float threshold = number(file, keys, "threshold", 1e-3f, 0.999f);
        return new FinderMetadata(
                threshold,
                number(file, keys, "weak_threshold", 1e-3f, threshold),
                number(file, keys, "overlap", 0.01f, 0.99f),
                number(file, keys, "smallest_face", 1, 1000),
                number(file, keys, "largest_face", 16, 4096),
                framing(file, keys),
                text(file, keys, "trained_on"),
                text(file, keys, "licence"),
                text(file, keys, "version"),
                text(file, keys, "card"));
    }

    private static String text(String file, Map<String, String> keys, String name)
            throws FinderException {
        String value = keys.get(name);
        if (value == null || value.isBlank()) {
            throw FinderException.of("face.learned.key", file, name);
        }
        return value.strip();
    }

    private static float number(
            String file, Map<String, String> keys, String name, float least, float most)
            throws FinderException {
        return number(file, name, text(file, keys, name), least, most);
    }

    private static float number(String file, String name, String text, float least, float most)
            throws FinderException {
        try {
            float value = Float.parseFloat(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException _) {
            // Told below, as a number out of range is.
        }
        throw FinderException.of("face.learned.number", file, name, text);
    }

    private static Framing framing(String file, Map<String, String> keys) throws FinderException {
        String name = "framing";
        String text = text(file, keys, name);
        String[] parts = text.split(",", -1);
        if (parts.length != 4) {
            throw FinderException.of("face.learned.number", file, name, text);
        }
        float[] values = new float[4];
        for (int i = 0; i < 4; i++) {
            values[i] = number(file, name, parts[i].strip(), -4, 4);
        }
        if (!(values[0] + values[1] > 0.1f)) {
            throw FinderException.of("face.learned.number", file, name, Arrays.toString(values));
        }
        return new Framing(values[0], values[1], values[2], values[3]);
    }
}
