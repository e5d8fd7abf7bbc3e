package org.classbarometer.face.learned;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.classbarometer.face.Sighting;

/// Makes one of all that was seen in a picture: what several looks say of a face is their mean, and a place is
/// less likely a face the less it is like the others.
///
/// @param company what a place loses as a logit that is quite unlike them
record Together(ScoreScale scale, double company) {
    /// Sightings nearer to each other than this, by [Sighting#distance], are of one face.
    private static final double SAME_FACE = 0.6;

    /// @param seen of any score; the same face may be among them several times
    /// @param known faces, with the score they have
    /// @param agreeing whether what several looks say of a face is their mean; else it is what the surest says
    /// @return each place once, none covering another
    List<Sighting> of(List<Sighting> seen, List<Sighting> known, Predicate<Sighting> agreeing) {
        List<Sighting> places =
                Sighting.distinct(seen).stream()
                        .map(place -> agreeing.test(place) ? meant(place, seen) : place)
                        .toList();
        return company == 0 ? places : inCompany(places, known);
    }

    private Sighting meant(Sighting surest, List<Sighting> seen) {
        double[] logits =
                seen.stream()
                        .filter(other -> isSeen(other) && surest.distance(other) < SAME_FACE)
                        .mapToDouble(other -> scale.logit(other.score()))
                        .toArray();
        return logits.length < 2
                ? surest
                : rated(surest, DoubleStream.of(logits).average().orElseThrow());
    }

    // An examination that saw nothing says nothing of the places around it.
    private static boolean isSeen(Sighting place) {
        return place.score() >= Sighting.DOUBTFUL;
    }

    private List<Sighting> inCompany(List<Sighting> seen, List<Sighting> known) {
        List<Sighting> all = new ArrayList<>(seen);
        all.addAll(known);
        List<Company.Place> places = all.stream().map(this::place).toList();
        List<Sighting> together = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            Sighting one = seen.get(i);
            double logit = scale.logit(one.score());
            if (logit - company >= Candidate.logit(scale.threshold())) {
                // However alone, it would be sure: most faces of a class, at no cost.
                together.add(one);
            } else {
                double lacking = Company.lacking(places.get(i), others(one, all, places));
                together.add(lacking == 0 ? one : rated(one, logit - company * lacking));
            }
        }
        return together;
    }

    private static List<Company.Place> others(
            Sighting one, List<Sighting> all, List<Company.Place> places) {
        return IntStream.range(0, all.size())
                .filter(i -> !all.get(i).covers(one))
                .mapToObj(places::get)
                .toList();
    }

    private Company.Place place(Sighting seen) {
        double probability = Candidate.probability(scale.logit(seen.score()));
        return new Company.Place(seen.centreX(), seen.centreY(), seen.size(), probability);
    }

    private Sighting rated(Sighting place, double logit) {
        return place.scored(scale.rating(Candidate.probability(logit)));
    }
}
