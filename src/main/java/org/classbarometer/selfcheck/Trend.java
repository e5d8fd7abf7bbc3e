package org.classbarometer.selfcheck;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The diary day by day, from the person's own tones only: what the machine read does not enter.
///
/// @param days without gaps, oldest first; the last is today
public record Trend(List<Day> days) {
    public Trend {
        days = List.copyOf(days);
    }

    /// @param span how many days back, today included; at least 1
    public static Trend of(List<Entry> entries, LocalDate today, int span) {
        Map<LocalDate, List<Integer>> tones = new HashMap<>();
        for (Entry entry : entries) {
            tones.computeIfAbsent(entry.at().toLocalDate(), _ -> new ArrayList<>())
                    .add(entry.tone().value());
        }
        List<Day> days = new ArrayList<>(span);
        for (int back = span - 1; back >= 0; back--) {
            LocalDate date = today.minusDays(back);
            List<Integer> of = tones.getOrDefault(date, List.of());
            days.add(
                    new Day(
                            date,
                            of.size(),
                            of.stream().mapToInt(Integer::intValue).average().orElse(0)));
        }
        return new Trend(days);
    }

    /// The days with entries, oldest first.
    public List<Day> written() {
        return days.stream().filter(Day::written).toList();
    }

    /// Only the last days.
    ///
    /// @param span how many, today included
    public Trend last(int span) {
        return new Trend(days.subList(Math.max(0, days.size() - span), days.size()));
    }

    static double mean(List<Day> days) {
        return days.stream().mapToDouble(Day::tone).average().orElse(0);
    }
}
