package org.classbarometer.session;

/// What the program is run for.
public enum Purpose {
    /// A teacher looks at the mood of a class in an education institution.
    CLASS("class"),
    /// A person looks at their own expression, by their own choice, on their own machine.
    SELF_CHECK("self-check");

    private final String word;

    Purpose(String word) {
        this.word = word;
    }

    /// As typed on the command line and stored: `class`, `self-check`.
    public String word() {
        return word;
    }
}
