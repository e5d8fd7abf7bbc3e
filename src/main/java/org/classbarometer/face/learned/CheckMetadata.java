package org.classbarometer.face.learned;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a face check's file says of itself: the keys of its contract (models/README.md).
///
/// @param finder SHA-256 of the finder's file it belongs to, in hexadecimal digits
/// @param reaches sides of the squares it is shown, in sizes of the box (the square root of its surface)
/// @param lowest the finder's score from which on it is asked
/// @param sure the finder's score from which on it is not asked; infinite to be asked always
/// @param weight of its logit in the sum with the finder's
/// @param company what a place loses as a logit that is quite unlike the sure faces of its picture, by size and height
/// @param threshold a face is what scores at least this, both together, in (0, 1)
/// @param weakThreshold a box scoring this keeps a known face alive, in (0, threshold]
public record CheckMetadata(
        String finder,
        List<Float> reaches,
        float lowest,
        float sure,
        float weight,
        float company,
        float threshold,
        float weakThreshold,
        String trainedOn,
        String licence,
        String version,
        String card) {
    private static final int MOST_REACHES = 4;

    public CheckMetadata {
        reaches = List.copyOf(reaches);
    }

    /// @throws FinderException naming the key that is missing or wrong
    static CheckMetadata of(Keys keys) throws FinderException {
        keys.kind("face-check");
        float threshold = keys.number("threshold", 1e-3f, 0.999f);
        return new CheckMetadata(
                keys.text("finder").toLowerCase(Locale.ROOT),
                reaches(keys),
                keys.number("lowest", 1e-3f, 0.999f),
                keys.has("sure") ? keys.number("sure", 0.5f, 1) : Float.POSITIVE_INFINITY,
                keys.number("weight", 1e-3f, 10),
                keys.has("company") ? keys.number("company", 0, 10) : 0,
                threshold,
                keys.number("weak_threshold", 1e-3f, threshold),
                keys.text("trained_on"),
                keys.text("licence"),
                keys.text("version"),
                keys.text("card"));
    }

    private static List<Float> reaches(Keys keys) throws FinderException {
        String text = keys.text("reach");
        List<Float> reaches = new ArrayList<>();
        for (String reach : text.split(",", -1)) {
            reaches.add(keys.number("reach", reach.strip(), 0.5f, 4));
        }
        if (reaches.size() > MOST_REACHES) {
            throw keys.wrong("reach", text);
        }
        return reaches;
    }
}
