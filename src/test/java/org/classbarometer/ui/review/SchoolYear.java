package org.classbarometer.ui.review;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.mood.Bucket;
import org.classbarometer.review.Lessons;
import org.classbarometer.session.Consent;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.SessionPlan;
import org.classbarometer.session.SessionStore;
import org.classbarometer.session.StoreException;

/// A year of lessons, stored the way the program stores them: begun with a consent, bucket by bucket,
/// marked and ended.
public final class SchoolYear {
    /// Begin of the newest lesson.
    public static final OffsetDateTime NEWEST = OffsetDateTime.parse("2026-11-20T09:50:00+01:00");

    private static final int COARSE = 6;
    private static final int FEW_FROM = 440;
    private static final int FEW_TO = 470;

    private SchoolYear() {}

    /// Stores lessons of 7b, one a week up to [#NEWEST], and of 9c on the day before. The newest two
    /// have buckets of five seconds, the others of half a minute.
    public static void store(SessionStore store, int weeks) throws StoreException {
        for (int week = weeks - 1; week >= 0; week--) {
            int coarse = week == 0 ? 1 : COARSE;
            lesson(store, "9c", NEWEST.minusWeeks(week).minusDays(1), 2L * week + 1, coarse);
            lesson(store, "7b", NEWEST.minusWeeks(week), 2L * week + 4, coarse);
        }
    }

    private static void lesson(
            SessionStore store, String name, OffsetDateTime start, long seed, int coarse)
            throws StoreException {
        SessionPlan plan =
                new SessionPlan(
                        name,
                        Lessons.plan(name, start, LabelSet.FOUR).context(),
                        start,
                        LabelSet.FOUR,
                        "expression-baseline.onnx 1",
                        SessionPlan.BUCKET.multipliedBy(coarse),
                        SessionPlan.K,
                        new Consent(start, "teacher", 22, "1", "en"));
        SessionId id = store.begin(plan);
        int minutes = 44 + (int) (seed % 4);
        List<Bucket> buckets = Lessons.lesson(minutes, seed);
        int last = -1;
        for (Bucket bucket : buckets) {
            int index = bucket.index() / coarse;
            if (index > last) {
                last = index;
                boolean few = coarse == 1 && index >= FEW_FROM && index < FEW_TO;
                store.add(id, new Bucket(index, few ? Optional.empty() : bucket.mood()));
            }
        }
        store.mark(id, Duration.ofMinutes(12).plusSeconds(30), "Group work begins");
        store.mark(id, Duration.ofMinutes(31), "Results on the board");
        store.end(id, start.plusMinutes(minutes));
    }
}
