package org.classbarometer.selfcheck;

/// What the person says of themselves; it counts.
public sealed interface Word {
    /// One of the expressions the program has words for in every language.
    ///
    /// @param label identifier: `happiness`
    record Expression(String label) implements Word {}

    /// The person's own words.
    ///
    /// @param words not blank
    record Own(String words) implements Word {
        public Own {
            if (words.isBlank()) {
                throw new IllegalArgumentException("no words");
            }
        }
    }
}
