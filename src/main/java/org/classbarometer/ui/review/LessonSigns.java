package org.classbarometer.ui.review;

import java.util.ArrayList;
import java.util.List;
import org.classbarometer.review.Shift;
import org.classbarometer.session.Marker;
import org.classbarometer.ui.lesson.Lesson;
import org.classbarometer.ui.lesson.LessonTexts;
import org.classbarometer.ui.review.chart.TimelineChart.Sign;

/// What stands on a lesson's chart, named as in the lists beside it.
final class LessonSigns {
    private LessonSigns() {}

    /// The markers, numbered by time.
    static List<Sign> flags(Lesson lesson) {
        List<Sign> flags = new ArrayList<>();
        for (Marker marker : lesson.timeline().markers()) {
            flags.add(
                    new Sign(
                            Integer.toString(flags.size() + 1),
                            marker.at(),
                            LessonTexts.clock(marker.at()) + "\n" + marker.note()));
        }
        return flags;
    }

    /// The biggest shifts, lettered by size.
    static List<Sign> diamonds(Lesson lesson) {
        List<Sign> diamonds = new ArrayList<>();
        for (Shift shift : lesson.shifts()) {
            diamonds.add(
                    new Sign(
                            MomentList.letter(diamonds.size()),
                            shift.at(),
                            String.join(
                                    "\n",
                                    LessonTexts.clock(shift.at()),
                                    LessonTexts.change(shift.change()),
                                    LessonTexts.sure(shift.change().sureness()))));
        }
        return diamonds;
    }
}
