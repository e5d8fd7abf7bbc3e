package org.classbarometer.selfcheck;

/// How the moment was for the person, by their own choice: what the trend over days is made of. Free
/// words cannot be counted, and the machine's label must not be.
public enum Tone {
    HARD("hard", -1),
    IN_BETWEEN("in-between", 0),
    GOOD("good", 1);

    private final String id;
    private final int value;

    Tone(String id, int value) {
        this.id = id;
        this.value = value;
    }

    /// As stored and exported.
    public String id() {
        return id;
    }

    /// -1, 0 or 1.
    public int value() {
        return value;
    }

    /// What is preselected beside an expression's word; the person changes it as they like. Neutral,
    /// and surprise, which can be either, are in between (docs/decisions/0002).
    ///
    /// @param label identifier of an expression
    public static Tone usualFor(String label) {
        return switch (label) {
            case "happiness", "positive", "engaged" -> GOOD;
            case "sadness",
                    "anger",
                    "disgust",
                    "fear",
                    "contempt",
                    "negative",
                    "frustrated",
                    "angry" ->
                    HARD;
            default -> IN_BETWEEN;
        };
    }
}
