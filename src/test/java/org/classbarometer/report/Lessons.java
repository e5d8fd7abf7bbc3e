package org.classbarometer.report;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.mood.Bucket;
import org.classbarometer.mood.BucketMood;
import org.classbarometer.mood.Moods;
import org.classbarometer.session.Consent;
import org.classbarometer.session.Marker;
import org.classbarometer.session.Place;
import org.classbarometer.session.Purpose;
import org.classbarometer.session.Session;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.SessionPlan;
import org.classbarometer.session.Timeline;
import org.classbarometer.session.UseContext;

/// Made-up lessons.
public final class Lessons {
    static final OffsetDateTime NINE = OffsetDateTime.parse("2026-11-23T09:00:00+01:00");

    private Lessons() {}

    static SessionPlan plan(String className, LabelSet labels) {
        return new SessionPlan(
                className,
                new UseContext(new Place("CH"), Purpose.CLASS),
                NINE,
                labels,
                "expression-baseline.onnx 1.0.0",
                SessionPlan.BUCKET,
                SessionPlan.K,
                new Consent(NINE.minusMinutes(2), "teacher", 24, "1", "de"));
    }

    /// Fifty minutes that begin neutral and grow happier, with a suppressed stretch from minute 20 to
    /// 22 and a pause of the camera from minute 35 to 36.
    public static Timeline lesson(long id, String className, LabelSet labels, long seed) {
        Random random = new Random(seed);
        List<Bucket> buckets = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            double minute = i * 5 / 60.0;
            if (minute >= 35 && minute < 36) {
                continue;
            }
            boolean few = minute >= 20 && minute < 22;
            buckets.add(
                    new Bucket(
                            i, few ? Optional.empty() : Optional.of(mood(minute, labels, random))));
        }
        return new Timeline(
                new Session(
                        new SessionId(id),
                        plan(className, labels),
                        Optional.of(NINE.plusMinutes(50))),
                buckets,
                List.of(
                        new Marker(1, Duration.ofMinutes(12), "Group work begins"),
                        new Marker(2, Duration.ofMinutes(31), "=1+1, says the note")));
    }

    /// A lesson that never had enough faces.
    public static Timeline silent(long id, String className) {
        Timeline lesson = lesson(id, className, LabelSet.FOUR, 1);
        List<Bucket> buckets =
                lesson.buckets().stream()
                        .map(bucket -> new Bucket(bucket.index(), Optional.empty()))
                        .toList();
        return new Timeline(lesson.session(), buckets, List.of());
    }

    static BucketMood mood(double minute, LabelSet labels, Random random) {
        int size = labels.size();
        double[] shares = new double[size];
        double all = 0;
        for (int i = 0; i < size; i++) {
            double weight =
                    switch (i) {
                        case 0 -> 3;
                        case 1 -> 1 + minute / 15 + Math.sin(minute / 3);
                        default -> 0.5;
                    };
            shares[i] = weight * (0.7 + 0.6 * random.nextDouble());
            all += shares[i];
        }
        for (int i = 0; i < size; i++) {
            shares[i] /= all;
        }
        return Moods.of(22 + random.nextInt(3), 3 + random.nextInt(3), shares);
    }
}
