package org.classbarometer.selfcheck;

import java.util.Arrays;
import java.util.List;

/// Something small that may do good, and when it fits a trend. No diagnosis: the rule counts what the
/// person wrote and knows nothing of illness. docs/decisions/0020 says why each number is what it is.
public enum Suggestion {
    /// To talk to someone, with places to turn to: many hard days within two weeks.
    TALK("talk"),
    /// A minute of slow breathing: the last two days written about were hard.
    BREATHE("breathe"),
    /// A break: the last two days were harder than those before, and below the middle.
    PAUSE("pause"),
    /// Music: the days are a little below the middle.
    MUSIC("music");

    /// Days the rule looks back.
    public static final int SPAN = 14;

    static final int FEWEST_DAYS = 3;
    private static final int WEEK = 7;
    private static final double HARD = -0.5;
    private static final int MANY_HARD_DAYS = 5;
    private static final double SLIPPED = 0.5;

    private final String id;

    Suggestion(String id) {
        this.id = id;
    }

    /// As stored.
    public String id() {
        return id;
    }

    /// Those that fit, the one most worth saying first; nothing when there is too little to go by, or
    /// the days are well enough.
    public static List<Suggestion> fitting(Trend trend) {
        List<Day> fortnight = trend.last(SPAN).written();
        List<Day> week = trend.last(WEEK).written();
        if (week.size() < FEWEST_DAYS) {
            return List.of();
        }
        return Arrays.stream(values()).filter(one -> one.fits(fortnight, week)).toList();
    }

    private boolean fits(List<Day> fortnight, List<Day> week) {
        return switch (this) {
            case TALK -> {
                long hard = fortnight.stream().filter(Suggestion::hard).count();
                yield hard >= MANY_HARD_DAYS && 2 * hard > fortnight.size();
            }
            case BREATHE -> hard(week.getLast()) && hard(week.get(week.size() - 2));
            case PAUSE -> slipped(fortnight);
            case MUSIC -> Trend.mean(week) < 0;
        };
    }

    private static boolean hard(Day day) {
        return day.tone() <= HARD;
    }

    private static boolean slipped(List<Day> days) {
        int split = days.size() - 2;
        double now = Trend.mean(days.subList(Math.max(0, split), days.size()));
        return split >= 2 && now < 0 && now <= Trend.mean(days.subList(0, split)) - SLIPPED;
    }
}
