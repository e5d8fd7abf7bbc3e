package org.classbarometer.evaluate.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.classbarometer.evaluate.metrics.Bootstrap;
import org.classbarometer.evaluate.metrics.Interval;

/// How well a model reads groups of people, and how far the best and the worst read group are apart.
///
/// Groups may show different expressions: one that only ever smiles is easily read. They are
/// therefore compared by their mean recall over the labels that all of them show. Groups of fewer
/// than [#LEAST] faces or [#LEAST_PEOPLE] people are listed but not compared. The two groups are picked
/// because their gap is the largest, so chance favours it: an interval that reaches 0 says that nothing
/// was found.
///
/// @param attribute name of the column, or `folder`
/// @param groups by value; number ranges in their order
/// @param shared labels that all compared groups show, by which they are compared
/// @param gap empty when fewer than two groups can be compared
public record Subgroups(
        String attribute, List<Group> groups, List<String> shared, Optional<Gap> gap) {
    /// Faces that a group needs to be compared: below, one face more or less is 10 points.
    public static final int LEAST = 10;

    /// People that a group needs to be compared. An interval is drawn from them; of fewer there are so
    /// few different draws that it says nothing.
    public static final int LEAST_PEOPLE = 5;

    /// Values above which an attribute of numbers is cut into ranges, and one of words is no attribute
    /// of groups but rather a name.
    static final int MOST_VALUES = 8;

    private static final int RANGES = 4;

    /// @param value of the attribute, or a range of numbers
    /// @param faces of the group
    /// @param people of the group; as many as faces where the data do not tell people apart
    /// @param accuracy with its confidence interval
    /// @param alike mean recall over the shared labels; NaN where the group is not compared
    /// @param compared whether the group is large enough
    public record Group(
            String value,
            int faces,
            int people,
            Interval accuracy,
            double alike,
            boolean compared) {
        /// Whether there is enough to draw an interval from.
        public boolean isLarge() {
            return Subgroups.isLarge(faces, people);
        }
    }

    /// @param best value of the best read group
    /// @param worst value of the worst read group
    /// @param difference of their mean recalls over the shared labels; people are drawn once for both
    ///     groups, since some have faces in both
    public record Gap(String best, String worst, Interval difference) {}

    /// @return empty when the attribute makes no groups: fewer than two values, or nearly as many
    ///     words as faces
    static Optional<Subgroups> of(String attribute, Scored scored, Bootstrap bootstrap) {
        Map<String, int[]> members = members(attribute, scored);
        if (members.size() < 2 || !Scored.isTrait(attribute)) {
            return Optional.empty();
        }
        Map<String, Scored> parts = new LinkedHashMap<>();
        members.forEach(
                (value, items) -> parts.put(value, scored.only(items, ReadFace::probabilities)));
        List<Scored> compared = parts.values().stream().filter(Subgroups::isLarge).toList();
        int[] shared =
                IntStream.range(0, scored.view().labels().size())
                        .filter(label ->
                                compared.stream()
                                        .allMatch(part -> part.confusion().shown(label) > 0))
                        .toArray();
        boolean comparable = compared.size() >= 2 && shared.length > 0;
        List<Group> groups = new ArrayList<>();
        parts.forEach((value, part) -> {
            boolean large = comparable && isLarge(part);
            groups.add(
                    new Group(
                            value,
                            part.size(),
                            part.people(),
                            part.accuracy(bootstrap),
                            large ? alike(part, shared, Bootstrap.alone(part.size())) : Double.NaN,
                            large));
        });
        return Optional.of(
                new Subgroups(
                        attribute,
                        List.copyOf(groups),
                        Arrays.stream(shared)
                                .mapToObj(scored.view().labels().labels()::get)
                                .toList(),
                        comparable
                                ? Optional.of(gap(groups, members, scored, shared, bootstrap))
                                : Optional.empty()));
    }

    private static boolean isLarge(Scored part) {
        return isLarge(part.size(), part.people());
    }

    private static boolean isLarge(int faces, int people) {
        return faces >= LEAST && people >= LEAST_PEOPLE;
    }

    private static Gap gap(
            List<Group> groups,
            Map<String, int[]> members,
            Scored scored,
            int[] shared,
            Bootstrap bootstrap) {
        List<Group> ordered =
                groups.stream()
                        .filter(Group::compared)
                        .sorted(Comparator.comparingDouble(Group::alike))
                        .toList();
        String best = ordered.getLast().value();
        String worst = ordered.getFirst().value();
        int[] bestRead = members.getOrDefault(best, new int[0]);
        int[] worstRead = members.getOrDefault(worst, new int[0]);
        Scored both =
                scored.only(
                        IntStream.concat(Arrays.stream(bestRead), Arrays.stream(worstRead))
                                .toArray(),
                        ReadFace::probabilities);
        return new Gap(
                best,
                worst,
                bootstrap.interval(
                        both.clusters(),
                        items ->
                                alike(both, shared, below(items, bestRead.length))
                                        - alike(both, shared, from(items, bestRead.length))));
    }

    private static int[] below(int[] items, int end) {
        return Arrays.stream(items).filter(item -> item < end).toArray();
    }

    private static int[] from(int[] items, int begin) {
        return Arrays.stream(items).filter(item -> item >= begin).toArray();
    }

    /// Mean recall over the shared labels that are among the items.
    private static double alike(Scored part, int[] shared, int[] items) {
        int labels = part.view().labels().size();
        int[] faces = new int[labels];
        int[] hits = new int[labels];
        for (int item : items) {
            faces[part.shown(item)]++;
            hits[part.shown(item)] += part.right(item) ? 1 : 0;
        }
        return Arrays.stream(shared)
                .filter(label -> faces[label] > 0)
                .mapToDouble(label -> (double) hits[label] / faces[label])
                .average()
                .orElse(Double.NaN);
    }

    private static Map<String, int[]> members(String attribute, Scored scored) {
        Map<String, List<Integer>> byValue = new TreeMap<>();
        for (int i = 0; i < scored.size(); i++) {
            int item = i;
            scored.face(i)
                    .face()
                    .attribute(attribute)
                    .ifPresent(value ->
                            byValue.computeIfAbsent(value, _ -> new ArrayList<>()).add(item));
        }
        Map<String, int[]> members = new LinkedHashMap<>();
        if (byValue.size() <= MOST_VALUES) {
            byValue.forEach((value, items) -> members.put(value, array(items)));
        } else if (byValue.keySet().stream().allMatch(Subgroups::isNumber)) {
            ranges(byValue).forEach((range, items) -> members.put(range, array(items)));
        }
        return members;
    }

    private static int[] array(List<Integer> items) {
        return items.stream().mapToInt(Integer::intValue).toArray();
    }

    private static boolean isNumber(String value) {
        try {
            return Double.isFinite(Double.parseDouble(value));
        } catch (NumberFormatException _) {
            return false;
        }
    }

    /// About as many faces in each range; equal numbers stay together.
    private static Map<String, List<Integer>> ranges(Map<String, List<Integer>> byValue) {
        List<Map.Entry<String, List<Integer>>> ordered =
                byValue.entrySet().stream()
                        .sorted(
                                Comparator.comparingDouble(
                                        entry -> Double.parseDouble(entry.getKey())))
                        .toList();
        int all = ordered.stream().mapToInt(entry -> entry.getValue().size()).sum();
        Map<String, List<Integer>> ranges = new LinkedHashMap<>();
        List<Integer> items = new ArrayList<>();
        String from = ordered.getFirst().getKey();
        int done = 0;
        for (int i = 0; i < ordered.size(); i++) {
            items.addAll(ordered.get(i).getValue());
            boolean full = done + items.size() >= (ranges.size() + 1.0) * all / RANGES;
            if (full || i == ordered.size() - 1) {
                String to = ordered.get(i).getKey();
                ranges.put(from.equals(to) ? from : from + " to " + to, items);
                done += items.size();
                items = new ArrayList<>();
                from = i + 1 < ordered.size() ? ordered.get(i + 1).getKey() : to;
            }
        }
        return ranges;
    }
}
