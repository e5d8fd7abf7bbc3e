package org.classbarometer.evaluate.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What was not used, by reason: everything is counted, the first of each reason are named. Filled
/// by one thread.
public final class Skips {
    /// How many are named of each reason; a broken data set shall not flood a report.
    public static final int NAMED = 10;

    private final Map<SkipReason, Integer> counts = new EnumMap<>(SkipReason.class);
    private final Map<SkipReason, List<String>> names = new EnumMap<>(SkipReason.class);

    /// @param name of the row or picture, and what is wrong with it
    public void add(SkipReason reason, String name) {
        counts.merge(reason, 1, Integer::sum);
        List<String> named = names.computeIfAbsent(reason, _ -> new ArrayList<>());
        if (named.size() < NAMED) {
            named.add(name);
        }
    }

    /// Takes in what was skipped elsewhere.
    public void addAll(Skips others) {
        others.counts.forEach((reason, count) -> counts.merge(reason, count, Integer::sum));
        others.names.forEach((reason, added) -> {
            List<String> named = names.computeIfAbsent(reason, _ -> new ArrayList<>());
            added.stream().limit(NAMED - named.size()).forEach(named::add);
        });
    }

    public int count(SkipReason reason) {
        return counts.getOrDefault(reason, 0);
    }

    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// How often each reason came up; reasons that did not are absent.
    public Map<SkipReason, Integer> counts() {
        return Collections.unmodifiableMap(counts);
    }

    /// The first [#NAMED] of a reason.
    public List<String> named(SkipReason reason) {
        return List.copyOf(names.getOrDefault(reason, List.of()));
    }
}
