package org.classbarometer.evaluate.data;

import java.util.Locale;
import org.classbarometer.text.Text;

/// Why a face of a data set was not used.
public enum SkipReason {
    /// Pixels that are none, an image file that is broken or missing.
    CORRUPT,
    /// A label that is not known to the program.
    UNKNOWN_LABEL,
    /// A value that is missing or cannot be read.
    UNREADABLE,
    /// The pixels are not those of the original picture (`no_original_pixels`).
    NO_ORIGINAL_PIXELS,
    /// The FER+ voters did not agree on an expression.
    NO_MAJORITY,
    /// No face was found in the picture.
    NO_FACE,
    /// The label is none of the label set that is evaluated.
    OUTSIDE_LABELS;

    /// For programs: `no-face`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// For people.
    public String text() {
        return Text.of("evaluate.skip." + id());
    }
}
