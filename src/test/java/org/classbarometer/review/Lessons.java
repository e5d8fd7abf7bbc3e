package org.classbarometer.review;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.mood.Bucket;
import org.classbarometer.mood.BucketMood;
import org.classbarometer.mood.MoodSeries;
import org.classbarometer.mood.Moods;
import org.classbarometer.session.Consent;
import org.classbarometer.session.Place;
import org.classbarometer.session.Purpose;
import org.classbarometer.session.Session;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.SessionPlan;
import org.classbarometer.session.Timeline;
import org.classbarometer.session.UseContext;

/// Lessons made up for tests, as they would be stored.
public final class Lessons {
    public static final OffsetDateTime START = OffsetDateTime.parse("2026-11-16T09:00:00+01:00");

    private Lessons() {}

    public static SessionPlan plan(String className, OffsetDateTime start, LabelSet labels) {
        return new SessionPlan(
                className,
                new UseContext(new Place("CH"), Purpose.CLASS),
                start,
                labels,
                "expression-baseline.onnx 1",
                SessionPlan.BUCKET,
                SessionPlan.K,
                new Consent(start, "teacher", 20, "1", "en"));
    }

    /// Share of happy faces in four labels; the rest looks neutral.
    public static BucketMood happy(int faces, int uncertain, double share) {
        double[] shares = {1 - share, share, 0, 0};
        return Moods.of(faces, uncertain, shares);
    }

    public static Timeline timeline(OffsetDateTime start, List<Bucket> buckets) {
        SessionPlan plan = plan("7b", start, LabelSet.FOUR);
        int steps = buckets.isEmpty() ? 0 : buckets.getLast().index() + 1;
        return new Timeline(
                new Session(
                        new SessionId(1),
                        plan,
                        Optional.of(start.plus(plan.bucket().multipliedBy(steps)))),
                buckets,
                List.of());
    }

    public static Timeline timeline(int steps, IntFunction<Optional<BucketMood>> moods) {
        List<Bucket> buckets = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            buckets.add(new Bucket(i, moods.apply(i)));
        }
        return timeline(START, buckets);
    }

    public static MoodSeries course(int steps, IntFunction<Optional<BucketMood>> moods) {
        return timeline(steps, moods).series();
    }

    /// A lesson of four labels with a mood that drifts, changes at two moments, is partly uncertain,
    /// and has a stretch with few faces and a pause.
    ///
    /// @param minutes length
    public static List<Bucket> lesson(int minutes, long seed) {
        Random random = new Random(seed);
        int steps = (int) Duration.ofMinutes(minutes).dividedBy(SessionPlan.BUCKET);
        int change = steps / 4 + random.nextInt(Math.max(1, steps / 8));
        int back = steps / 2 + random.nextInt(Math.max(1, steps / 5));
        int few = random.nextInt(4) == 0 ? steps * 4 / 5 : steps;
        double base = 0.12 + random.nextDouble() * 0.15;
        double lift = 0.15 + random.nextDouble() * 0.35;
        int size = 16 + random.nextInt(9);
        List<Bucket> buckets = new ArrayList<>();
        double drift = 0;
        for (int i = 0; i < steps; i++) {
            drift = 0.95 * drift + 0.02 * random.nextGaussian();
            if (random.nextInt(400) == 0) {
                i += random.nextInt(12);
            }
            if (i >= few && i < few + 14) {
                buckets.add(new Bucket(i, Optional.empty()));
                continue;
            }
            double happy = Math.clamp(base + drift + (i > change && i < back ? lift : 0), 0, 0.9);
            double surprised = Math.clamp(0.04 + 0.02 * random.nextGaussian(), 0, 0.1);
            double sad = Math.clamp(0.08 - drift + (i > back ? 0.1 : 0), 0, 0.4) * (1 - happy);
            double neutral = Math.max(0, 1 - happy - surprised - sad);
            double sum = neutral + happy + surprised + sad;
            double[] shares = {neutral / sum, happy / sum, surprised / sum, sad / sum};
            int faces = size - random.nextInt(4);
            int uncertain = 1 + random.nextInt(4);
            buckets.add(new Bucket(i, Optional.of(Moods.of(faces, uncertain, shares))));
        }
        return buckets;
    }
}
