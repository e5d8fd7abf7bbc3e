package org.classbarometer.evaluate.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.classbarometer.evaluate.metrics.Bootstrap;
import org.classbarometer.evaluate.metrics.Interval;

/// How often the reading of a face changes when one attribute of the person changes and nothing else
/// does: the same person, the same expression, every other column equal.
///
/// Only data sets that name the person (a column `identity`, `person` or `subject`) can be asked;
/// what follows a hyphen in it is a variant of that person.
///
/// @param attribute the one that changes
/// @param people in whom it changes
/// @param series faces of one person showing one expression; at least two values of the attribute
/// @param changingSeries series in which the reading changes anywhere
/// @param pairs of faces in a series that differ in the attribute
/// @param changed share of the pairs that are read as different labels; the interval draws whole
///     people
/// @param changedLive the same with `uncertain` as one more reading, as the screen would show it
/// @param distance mean total variation distance between the two readings of a pair, in [0, 1]
/// @param examples one pair of each of the first changing series
public record Counterfactuals(
        String attribute,
        int people,
        int series,
        int changingSeries,
        int pairs,
        Interval changed,
        double changedLive,
        double distance,
        List<Example> examples) {
    private static final int EXAMPLES = 5;

    /// @param face name of one face
    /// @param read label it is read as
    /// @param other name of the other face
    /// @param otherRead label that is read as
    public record Example(String face, String read, String other, String otherRead) {}

    private record Pair(String person, boolean changed, boolean changedLive, double distance) {}

    /// One audit for each attribute that changes alone anywhere.
    static List<Counterfactuals> of(List<String> attributes, Scored scored, Bootstrap bootstrap) {
        return attributes.stream()
                .filter(Scored::isTrait)
                .flatMap(trait -> of(trait, attributes, scored, bootstrap).stream())
                .toList();
    }

    private static Optional<Counterfactuals> of(
            String trait, List<String> attributes, Scored scored, Bootstrap bootstrap) {
        List<Pair> pairs = new ArrayList<>();
        List<Example> examples = new ArrayList<>();
        Set<Integer> changing = new HashSet<>();
        int series = 0;
        for (List<Integer> items : series(trait, attributes, scored)) {
            int before = pairs.size();
            String person = Scored.person(scored.face(items.getFirst())).orElseThrow();
            for (int i = 0; i < items.size(); i++) {
                for (int j = i + 1; j < items.size(); j++) {
                    int one = items.get(i);
                    int other = items.get(j);
                    if (!value(scored, one, trait).equals(value(scored, other, trait))) {
                        Pair pair = pair(person, scored, one, other);
                        pairs.add(pair);
                        if (pair.changed && changing.add(series) && examples.size() < EXAMPLES) {
                            examples.add(example(scored, one, other));
                        }
                    }
                }
            }
            if (pairs.size() > before) {
                series++;
            }
        }
        if (pairs.isEmpty()) {
            return Optional.empty();
        }
        List<String> people = pairs.stream().map(Pair::person).toList();
        return Optional.of(
                new Counterfactuals(
                        trait,
                        (int) people.stream().distinct().count(),
                        series,
                        changing.size(),
                        pairs.size(),
                        bootstrap.interval(
                                Scored.numbered(people),
                                items -> {
                                    int count = 0;
                                    for (int item : items) {
                                        count += pairs.get(item).changed ? 1 : 0;
                                    }
                                    return (double) count / items.length;
                                }),
                        pairs.stream()
                                .mapToInt(pair -> pair.changedLive ? 1 : 0)
                                .average()
                                .orElseThrow(),
                        pairs.stream().mapToDouble(Pair::distance).average().orElseThrow(),
                        List.copyOf(examples)));
    }

    /// Faces that have everything in common but the trait.
    private static List<List<Integer>> series(
            String trait, List<String> attributes, Scored scored) {
        Map<List<String>, List<Integer>> byRest = new LinkedHashMap<>();
        for (int i = 0; i < scored.size(); i++) {
            Optional<String> person = Scored.person(scored.face(i));
            if (person.isEmpty() || value(scored, i, trait).isEmpty()) {
                continue;
            }
            List<String> rest = new ArrayList<>();
            rest.add(person.get());
            rest.add(scored.face(i).face().word());
            for (String other : attributes) {
                if (!other.equals(trait) && !Scored.isPerson(other)) {
                    rest.add(value(scored, i, other));
                }
            }
            byRest.computeIfAbsent(rest, _ -> new ArrayList<>()).add(i);
        }
        return List.copyOf(byRest.values());
    }

    private static String value(Scored scored, int item, String trait) {
        return scored.face(item).face().attribute(trait).orElse("");
    }

    private static Pair pair(String person, Scored scored, int one, int other) {
        float[] p = scored.reading(one).probabilities();
        float[] q = scored.reading(other).probabilities();
        double distance = 0;
        for (int i = 0; i < p.length; i++) {
            distance += Math.abs(p[i] - q[i]) / 2;
        }
        return new Pair(
                person,
                scored.reading(one).best() != scored.reading(other).best(),
                !Objects.equals(said(scored, one), said(scored, other)),
                distance);
    }

    private static String said(Scored scored, int item) {
        return scored.reading(item).uncertain() ? "uncertain" : scored.reading(item).label();
    }

    private static Example example(Scored scored, int one, int other) {
        return new Example(
                scored.face(one).face().name(),
                scored.reading(one).label(),
                scored.face(other).face().name(),
                scored.reading(other).label());
    }
}
