package org.classbarometer.ui.lesson;

import java.util.List;
import org.classbarometer.mood.MoodSeries;
import org.classbarometer.mood.SpanMood;
import org.classbarometer.review.Moments;
import org.classbarometer.review.Shift;
import org.classbarometer.session.Timeline;

/// A stored session with its analysis, worked out in the background once it is opened.
///
/// @param shifts the largest first
/// @param all the mood of the whole session
public record Lesson(
        Timeline timeline, MoodSeries course, Moments moments, List<Shift> shifts, SpanMood all) {
    private static final int MOST_SHIFTS = 5;

    /// Analyses a timeline; takes some milliseconds for a lesson.
    public static Lesson of(Timeline timeline) {
        MoodSeries course = timeline.series();
        Moments moments = Moments.of(course);
        return new Lesson(timeline, course, moments, moments.shifts(MOST_SHIFTS), course.all());
    }
}
