package org.classbarometer.ui.lesson;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.look.LabelLook;
import org.classbarometer.mood.MoodSeries;
import org.classbarometer.mood.SpanMood;
import org.classbarometer.review.Comparison;
import org.classbarometer.review.Sureness;
import org.classbarometer.session.Session;
import org.classbarometer.text.Text;
import org.classbarometer.ui.look.Percent;

/// What the review says in words: what faces showed, how many, how sure. Never what people felt.
public final class LessonTexts {
    private static final double NEARLY_ALL = 0.8;
    private static final double MOST = 0.5;
    private static final double WORTH_SAYING = 0.15;
    private static final String NOTHING = "–";
    private static final String MORE = "+";
    private static final String FEWER = "−";

    private LessonTexts() {}

    private static Locale locale() {
        return Locale.getDefault(Locale.Category.DISPLAY);
    }

    /// Day and time of a session's start, at its place.
    public static String when(Session session) {
        OffsetDateTime start = session.plan().start();
        return start.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale())
                + " "
                + DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale())
                        .format(start);
    }

    /// Class and title: `7b · Fractions`.
    public static String name(Session session) {
        return session.title().isEmpty()
                ? session.plan().className()
                : Text.of("review.name", session.plan().className(), session.title());
    }

    /// Minutes and seconds since the start: `12:30`.
    public static String clock(Duration at) {
        return "%d:%02d".formatted(at.toMinutes(), at.toSecondsPart());
    }

    public static String minutes(Duration length) {
        return Text.of("review.minutes", Math.max(1, Math.round(length.toSeconds() / 60.0)));
    }

    /// A share as a screen writes it; nothing is told of a label whose share is 0.
    public static String percent(double share) {
        return share == 0 ? NOTHING : Percent.of(share);
    }

    public static String label(LabelSet labels, int index) {
        return LabelLook.of(labels.labels().get(index)).name();
    }

    /// The mood in a few words.
    public static String mood(LabelSet labels, double[] shares) {
        List<Integer> order = SpanMood.largestFirst(shares);
        int first = order.getFirst();
        int second = order.get(Math.min(1, order.size() - 1));
        if (shares[first] <= 0) {
            return Text.of("review.mood.none");
        }
        boolean some = second != first && shares[second] >= WORTH_SAYING;
        if (shares[first] >= NEARLY_ALL) {
            return Text.of("review.mood.nearlyall", label(labels, first));
        }
        if (shares[first] >= MOST) {
            return some
                    ? Text.of("review.mood.most.some", label(labels, first), label(labels, second))
                    : Text.of("review.mood.most", label(labels, first));
        }
        return some
                ? Text.of("review.mood.mixed", label(labels, first), label(labels, second))
                : Text.of("review.mood.some", label(labels, first));
    }

    /// What a chart shows at a moment, a line a label that was there, the largest first; on the basis
    /// of every table.
    public static String values(Lesson lesson, Duration at) {
        MoodSeries course = lesson.course();
        int index = course.indexAt(at);
        SpanMood mood = course.smooth(index);
        return switch (course.state(index)) {
            case MISSING -> clock(at) + "\n" + Text.of("review.missing");
            case SUPPRESSED -> clock(at) + "\n" + Text.of("review.withheld");
            case KNOWN ->
                    clock(at)
                            + "\n"
                            + shares(mood)
                            + Text.of(
                                    "review.values.basis",
                                    Math.round(mood.faces()),
                                    Percent.of(mood.uncertain()));
        };
    }

    private static String shares(SpanMood mood) {
        String untold =
                Math.round(mood.unpublished() * 100) > 0
                        ? Text.of(
                                        "review.legend.share",
                                        Text.of("review.legend.untold"),
                                        percent(mood.unpublished()))
                                + "\n"
                        : "";
        return labelShares(mood) + untold;
    }

    private static String labelShares(SpanMood mood) {
        return SpanMood.largestFirst(mood.shares()).stream()
                .filter(i -> Math.round(mood.shares()[i] * 100) > 0)
                .map(i ->
                        Text.of(
                                        "review.legend.share",
                                        label(mood.labels(), i),
                                        Percent.of(mood.shares()[i]))
                                + "\n")
                .collect(Collectors.joining());
    }

    /// How many faces a mood rests on and how much of it was uncertain.
    public static String basis(SpanMood mood) {
        return mood.isKnown()
                ? Text.of("review.basis", Math.round(mood.faces()), Percent.of(mood.uncertain()))
                : Text.of("review.basis.none");
    }

    /// A change in a line: "more happy (+28), fewer neutral (−25)", in percentage points.
    public static String change(Comparison change) {
        LabelSet labels = change.before().labels();
        String grew = points(change, change.grew());
        String shrank = points(change, change.shrank());
        if (!shrank.startsWith(FEWER)) {
            return Text.of("review.change.grew", label(labels, change.grew()), grew);
        }
        if (!grew.startsWith(MORE)) {
            return Text.of("review.change.shrank", label(labels, change.shrank()), shrank);
        }
        return Text.of(
                "review.change",
                label(labels, change.grew()),
                grew,
                label(labels, change.shrank()),
                shrank);
    }

    private static String points(Comparison change, int label) {
        return points(change.before().shares()[label], change.after().shares()[label]);
    }

    /// A difference of shares in percentage points, with its sign: of the shares as they are shown, so
    /// that who subtracts finds the same.
    public static String points(double before, double after) {
        if (before == 0 && after == 0) {
            return NOTHING;
        }
        long points = Math.round(after * 100) - Math.round(before * 100);
        return (points > 0 ? MORE : points < 0 ? FEWER : "±") + Math.abs(points);
    }

    /// Sureness as a word.
    public static String sure(Sureness sureness) {
        return switch (sureness) {
            case CLEAR -> Text.of("review.sure.clear");
            case LIKELY -> Text.of("review.sure.likely");
            case OPEN -> Text.of("review.sure.open");
        };
    }

    /// Sureness as dots that can be counted.
    public static String dots(Sureness sureness) {
        return switch (sureness) {
            case CLEAR -> "●●●";
            case LIKELY -> "●●○";
            case OPEN -> "●○○";
        };
    }
}
