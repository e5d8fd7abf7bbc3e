package org.classbarometer.face.learned;

import java.util.ArrayList;
import java.util.List;

/// A box in pixels of the picture that was looked at.
///
/// @param score in [0, 1]
record Candidate(double x, double y, double width, double height, double score) {
    double middleX() {
        return x + width / 2;
    }

    double middleY() {
        return y + height / 2;
    }

    Candidate scored(double newScore) {
        return new Candidate(x, y, width, height, newScore);
    }

    /// Intersection over union.
    private double overlap(Candidate other) {
        double w = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        double h = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        double shared = w <= 0 || h <= 0 ? 0 : w * h;
        return shared / (width * height + other.width * other.height - shared);
    }

    /// None that overlaps a surer one by more than this, and at most so many.
    static List<Candidate> distinct(List<Candidate> surestFirst, double overlap, int most) {
        List<Candidate> chosen = new ArrayList<>();
        for (Candidate box : surestFirst) {
            if (chosen.size() < most
                    && chosen.stream().noneMatch(other -> other.overlap(box) > overlap)) {
                chosen.add(box);
            }
        }
        return chosen;
    }

    /// A score as a logit, and back.
    static double logit(double probability) {
        double p = Math.clamp(probability, 1e-4, 1 - 1e-4);
        return Math.log(p / (1 - p));
    }

    static double probability(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
