package org.classbarometer.training.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.classbarometer.training.data.TrainingFace;

/// Deals faces into parts of nearly the same size and the same share of each of the data set's own
/// labels, for k-fold cross-validation (Kohavi 1995). The same seed deals the same parts.
public final class Folds {
    private final List<List<TrainingFace>> parts;

    private Folds(List<List<TrainingFace>> parts) {
        this.parts = parts;
    }

    /// @param count of parts, at least 2
    /// @throws IllegalArgumentException when there are fewer faces than parts
    public static Folds of(List<TrainingFace> faces, int count, long seed) {
        if (count < 2 || faces.size() < count) {
            throw new IllegalArgumentException(faces.size() + " faces in " + count + " folds");
        }
        Map<String, List<TrainingFace>> byLabel = new TreeMap<>();
        for (TrainingFace face : faces) {
            byLabel.computeIfAbsent(face.label(), _ -> new ArrayList<>()).add(face);
        }
        List<List<TrainingFace>> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(new ArrayList<>());
        }
        Random random = new Random(seed);
        int next = 0;
        for (List<TrainingFace> sameLabel : byLabel.values()) {
            Collections.shuffle(sameLabel, random);
            for (TrainingFace face : sameLabel) {
                parts.get(next++ % count).add(face);
            }
        }
        return new Folds(parts.stream().map(List::copyOf).toList());
    }

    public int count() {
        return parts.size();
    }

    /// The faces that one fold is validated on.
    public List<TrainingFace> validation(int fold) {
        return parts.get(fold);
    }

    /// All others.
    public List<TrainingFace> training(int fold) {
        List<TrainingFace> others = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (i != fold) {
                others.addAll(parts.get(i));
            }
        }
        return List.copyOf(others);
    }
}
