package org.classbarometer.face.learned;

import org.classbarometer.face.Sighting;

/// From a network's scores to those of sightings and back: the threshold is sure, weak boxes keep known faces
/// alive and begin none.
///
/// @param threshold a face is what scores at least this, in (0, 1)
/// @param weakThreshold below threshold
record ScoreScale(double threshold, double weakThreshold) {
    /// What is just no face stays below [Sighting#LIKELY].
    private static final double DOUBT = 0.99 * (Sighting.LIKELY - Sighting.DOUBTFUL);

    double rating(double probability) {
        if (probability >= threshold) {
            return Sighting.SURE + Candidate.logit(probability) - Candidate.logit(threshold);
        }
        double share = (probability - weakThreshold) / (threshold - weakThreshold);
        return Sighting.DOUBTFUL + DOUBT * share;
    }

    /// What a rating was made of, as a logit. Of what lies between doubtful and sure, which nothing is rated but a
    /// mean of ratings may be: the threshold.
    double logit(double rating) {
        if (rating >= Sighting.SURE) {
            return rating - Sighting.SURE + Candidate.logit(threshold);
        }
        double share = Math.min(1, (rating - Sighting.DOUBTFUL) / DOUBT);
        return Candidate.logit(weakThreshold + share * (threshold - weakThreshold));
    }
}
