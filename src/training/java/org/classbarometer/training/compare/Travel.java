package org.classbarometer.training.compare;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Model files on the same sets of faces, and which of them is chosen: the one with the highest mark,
/// which is the mean of its figures. Where two have the same mark, the one named first.
///
/// @param figures what was measured, in the order of [Candidate#values()]
/// @param candidates at least one
public record Travel(List<Figure> figures, List<Candidate> candidates) {
    /// @param set of faces that it was measured on; several figures may be of one set
    /// @param what it is
    public record Figure(String set, String what) {}

    /// @param file its name
    /// @param version as the file says
    /// @param values one a figure, in [0, 1]
    /// @param calibrationErrors one a figure, in [0, 1], of the set it was measured on
    public record Candidate(
            String file, String version, List<Double> values, List<Double> calibrationErrors) {
        public Candidate {
            values = List.copyOf(values);
            calibrationErrors = List.copyOf(calibrationErrors);
        }
    }

    /// What is chosen where nobody looks at one of the sets: its figure there was not chosen by.
    ///
    /// @param set that is left out
    /// @param chosen by the others
    /// @param best on the set
    /// @param figure that the two are compared by, the set's last
    public record LeftOut(String set, Candidate chosen, Candidate best, int figure) {}

    public Travel {
        figures = List.copyOf(figures);
        candidates = List.copyOf(candidates);
        for (Candidate one : candidates) {
            if (one.values().size() != figures.size()
                    || one.calibrationErrors().size() != figures.size()) {
                throw new IllegalArgumentException(one.file() + " lacks figures");
            }
        }
    }

    /// The mean of a file's figures.
    public double mark(Candidate one) {
        return mark(one, _ -> true);
    }

    public Candidate chosen() {
        return best(_ -> true);
    }

    /// Each set left out once; empty when there is only one.
    public List<LeftOut> leftOut() {
        List<String> sets = figures.stream().map(Figure::set).distinct().toList();
        if (sets.size() < 2) {
            return List.of();
        }
        return sets.stream()
                .map(set ->
                        new LeftOut(
                                set,
                                best(figure -> !figure.set().equals(set)),
                                best(figure -> figure.set().equals(set)),
                                last(set)))
                .toList();
    }

    private int last(String set) {
        return IntStream.range(0, figures.size())
                .filter(at -> figures.get(at).set().equals(set))
                .max()
                .orElseThrow();
    }

    private Candidate best(Predicate<Figure> counted) {
        // The first of equals stays: max would take the last.
        return candidates.stream()
                .min(Comparator.comparingDouble(one -> -mark(one, counted)))
                .orElseThrow();
    }

    private double mark(Candidate one, Predicate<Figure> counted) {
        return IntStream.range(0, figures.size())
                .filter(at -> counted.test(figures.get(at)))
                .mapToDouble(one.values()::get)
                .average()
                .orElseThrow();
    }
}
