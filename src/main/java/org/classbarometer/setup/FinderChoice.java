package org.classbarometer.setup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Which detector finds the faces.
public enum FinderChoice {
    /// The learned one looks at everything and judges what Haar proposes in spare time.
    BOTH,
    /// Haar cascades alone: no weights learnt from photographs of people.
    HAAR,
    /// The learned one alone.
    LEARNED;

    /// As typed: `both`, `haar`, `learned`.
    public static Optional<FinderChoice> named(String name) {
        return Arrays.stream(values()).filter(choice -> choice.word().equals(name)).findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
