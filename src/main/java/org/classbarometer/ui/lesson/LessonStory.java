package org.classbarometer.ui.lesson;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.classbarometer.mood.SpanMood;
import org.classbarometer.review.Shift;
import org.classbarometer.review.Sureness;
import org.classbarometer.session.Marker;
import org.classbarometer.text.Text;
import org.classbarometer.ui.look.Percent;

/// A lesson in three sentences: what faces showed, when that shifted most, and what it rests on. Tells
/// nothing that the stored buckets do not tell.
public final class LessonStory {
    /// From here on it is said why so little is told, as a share of the certainly read faces.
    private static final double MUCH_UNTOLD = 0.25;

    /// A marker this long before a shift may have to do with it.
    private static final Duration SOON = Duration.ofMinutes(2);

    private LessonStory() {}

    /// @return three sentences, in the language of the screen
    public static List<String> of(Lesson lesson) {
        SpanMood all = lesson.all();
        if (!all.isKnown()) {
            return List.of(
                    Text.of("review.story.none"),
                    Text.of("review.story.none.why", lesson.timeline().session().plan().k()),
                    Text.of("review.story.none.next"));
        }
        return List.of(
                Text.of("review.story.mood", LessonTexts.mood(all.labels(), all.shares())),
                shift(lesson),
                basis(lesson) + untold(all));
    }

    // In a small class, such as the demo's twelve people, most expressions are shown by one or two.
    private static String untold(SpanMood all) {
        return all.unpublished() < MUCH_UNTOLD
                ? ""
                : " " + Text.of("review.story.untold", Percent.of(all.unpublished()));
    }

    private static String shift(Lesson lesson) {
        Optional<Shift> biggest =
                lesson.shifts().stream()
                        .filter(one -> one.change().sureness() != Sureness.OPEN)
                        .findFirst();
        return biggest.map(now ->
                        before(lesson, now.at())
                                .map(marker ->
                                        Text.of(
                                                "review.story.shift.marker",
                                                LessonTexts.clock(now.at()),
                                                marker.note(),
                                                LessonTexts.change(now.change())))
                                .orElseGet(() ->
                                        Text.of(
                                                "review.story.shift",
                                                LessonTexts.clock(now.at()),
                                                LessonTexts.change(now.change()))))
                .orElseGet(() -> Text.of("review.story.steady"));
    }

    private static Optional<Marker> before(Lesson lesson, Duration shift) {
        return lesson.timeline().markers().stream()
                .filter(marker -> marker.at().compareTo(shift) <= 0)
                .filter(marker -> shift.minus(SOON).compareTo(marker.at()) <= 0)
                .max(Comparator.comparing(Marker::at));
    }

    private static String basis(Lesson lesson) {
        SpanMood all = lesson.all();
        String faces =
                Text.of("review.story.basis", Math.round(all.faces()), Percent.of(all.uncertain()));
        String few = time(lesson, all.suppressed());
        String pause = time(lesson, all.missing());
        if (all.suppressed() > 0 && all.missing() > 0) {
            return Text.of("review.story.both", faces, few, pause);
        }
        if (all.suppressed() > 0) {
            return Text.of("review.story.few", faces, few);
        }
        return all.missing() > 0
                ? Text.of("review.story.pause", faces, pause)
                : Text.of("review.story.whole", faces);
    }

    private static String time(Lesson lesson, int steps) {
        return LessonTexts.clock(lesson.course().step().multipliedBy(steps));
    }
}
