package org.classbarometer.review;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.mood.MoodSeries;
import org.classbarometer.mood.MoodSum;
import org.classbarometer.mood.SpanMood;
import org.classbarometer.session.Timeline;

/// A class over weeks: for every week and every minute of its lessons, the mood of the room.
///
/// @param weeks those that have a lesson, oldest first
/// @param minutes number of minutes of the longest lesson
/// @param leftOut lessons in another label set: their shares do not compare
public record WeekGrid(LabelSet labels, List<Week> weeks, int minutes, int leftOut) {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /// One week.
    ///
    /// @param monday its first day (ISO 8601), by the local dates of the lessons
    /// @param number ISO 8601 number of the week in its year
    /// @param lessons how many
    /// @param cells one a minute; nothing is known of minutes in which no lesson had a known bucket
    public record Week(LocalDate monday, int number, int lessons, List<SpanMood> cells) {}

    /// @param timelines of one class, in any order; the label set of the newest is used
    /// @return empty when there is none
    public static Optional<WeekGrid> of(List<Timeline> timelines) {
        Optional<Timeline> newest =
                timelines.stream()
                        .max((a, b) ->
                                a.session()
                                        .plan()
                                        .start()
                                        .toInstant()
                                        .compareTo(b.session().plan().start().toInstant()));
        return newest.map(timeline -> of(timelines, timeline.session().plan().labels()));
    }

    private static WeekGrid of(List<Timeline> timelines, LabelSet labels) {
        Map<LocalDate, List<MoodSeries>> byWeek = new TreeMap<>();
        int leftOut = 0;
        int minutes = 0;
        for (Timeline timeline : timelines) {
            if (!timeline.session().plan().labels().equals(labels)) {
                leftOut++;
                continue;
            }
            MoodSeries series = timeline.series();
            minutes =
                    Math.max(minutes, (int) series.length().plus(MINUTE).minusNanos(1).toMinutes());
            byWeek.computeIfAbsent(
                            timeline.session()
                                    .plan()
                                    .start()
                                    .toLocalDate()
                                    .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                            _ -> new ArrayList<>())
                    .add(series);
        }
        List<Week> weeks = new ArrayList<>();
        for (Map.Entry<LocalDate, List<MoodSeries>> week : byWeek.entrySet()) {
            weeks.add(week(week.getKey(), week.getValue(), labels, minutes));
        }
        return new WeekGrid(labels, List.copyOf(weeks), minutes, leftOut);
    }

    private static Week week(
            LocalDate monday, List<MoodSeries> lessons, LabelSet labels, int minutes) {
        List<SpanMood> cells = new ArrayList<>();
        for (int minute = 0; minute < minutes; minute++) {
            MoodSum total = new MoodSum(labels);
            for (MoodSeries lesson : lessons) {
                lesson.addTo(
                        total,
                        lesson.stepsIn(MINUTE.multipliedBy(minute)),
                        lesson.stepsIn(MINUTE.multipliedBy(minute + 1L)));
            }
            cells.add(total.mood());
        }
        return new Week(
                monday,
                monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                lessons.size(),
                List.copyOf(cells));
    }

    /// The largest share of a label in any known cell, for the scale; 0 when nothing is known.
    public double largest(int label) {
        return weeks.stream()
                .flatMap(week -> week.cells().stream())
                .mapToDouble(cell -> cell.shares()[label])
                .max()
                .orElse(0);
    }
}
