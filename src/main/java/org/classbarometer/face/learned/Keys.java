package org.classbarometer.face.learned;

import java.util.Map;

/// What a file says of itself, key by key.
///
/// @param file name for messages
/// @param texts where the messages stand: their keys begin with it and end in `key` and `number`
record Keys(String file, String texts, Map<String, String> values) {
    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name) throws FinderException {
        String value = values.get(name);
        if (value == null || value.isBlank()) {
            throw FinderException.of(texts + ".key", file, name);
        }
        return value.strip();
    }

    /// @throws FinderException when the file is of another kind
    void kind(String kind) throws FinderException {
        if (!text("kind").equals(kind)) {
            throw FinderException.of(texts + ".kind", file, text("kind"));
        }
    }

    float number(String name, float least, float most) throws FinderException {
        return number(name, text(name), least, most);
    }

    /// @param text that stands for the number, or for a part of it
    float number(String name, String text, float least, float most) throws FinderException {
        try {
            float value = Float.parseFloat(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException _) {
            // Told below, as a number out of range is.
        }
        throw wrong(name, text);
    }

    FinderException wrong(String name, String text) {
        return FinderException.of(texts + ".number", file, name, text);
    }
}
