package org.classbarometer.training.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.classbarometer.evaluate.data.FerFace;

/// Deals faces into parts of nearly the same size and the same share of each label, for k-fold
/// cross-validation (Kohavi 1995). The same seed deals the same parts.
public final class Folds {
    private final List<List<FerFace>> parts;

    private Folds(List<List<FerFace>> parts) {
        this.parts = parts;
    }

    /// @param count of parts, at least 2
    /// @throws IllegalArgumentException when there are fewer faces than parts
    public static Folds of(List<FerFace> faces, int count, long seed) {
        if (count < 2 || faces.size() < count) {
            throw new IllegalArgumentException(faces.size() + " faces in " + count + " folds");
        }
        Map<String, List<FerFace>> byLabel = new TreeMap<>();
        for (FerFace face : faces) {
            byLabel.computeIfAbsent(face.label(), _ -> new ArrayList<>()).add(face);
        }
        List<List<FerFace>> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(new ArrayList<>());
        }
        Random random = new Random(seed);
        int next = 0;
        for (List<FerFace> sameLabel : byLabel.values()) {
            Collections.shuffle(sameLabel, random);
            for (FerFace face : sameLabel) {
                parts.get(next++ % count).add(face);
            }
        }
        return new Folds(parts.stream().map(List::copyOf).toList());
    }

    public int count() {
        return parts.size();
    }

    /// The faces that one fold is validated on.
    public List<FerFace> validation(int fold) {
        return parts.get(fold);
    }

    /// All others.
    public List<FerFace> training(int fold) {
        List<FerFace> others = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (i != fold) {
                others.addAll(parts.get(i));
            }
        }
        return List.copyOf(others);
    }
}
