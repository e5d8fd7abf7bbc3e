package org.classbarometer.session;

import java.util.ArrayList;
import java.util.List;
import org.classbarometer.mood.Bucket;
import org.classbarometer.mood.MoodSeries;
import org.classbarometer.mood.SpanMood;

/// A session as a row of a list: enough for a sparkline, quick for a year of lessons.
///
/// @param buckets number of buckets, suppressed ones included
/// @param suppressed number of suppressed buckets
/// @param sparkline at most [SessionLine#POINTS] points over the session's length
public record SessionOverview(Session session, int buckets, int suppressed, SessionLine sparkline) {
    /// Made of the buckets as they are told: nothing finer enters it. The sparkline's points are equal
    /// stretches of the session; those in which nothing is known are left out.
    ///
    /// @param buckets ascending by index
    public static SessionOverview of(Session session, List<Bucket> buckets) {
        SessionPlan plan = session.plan();
        MoodSeries series = new MoodSeries(plan.labels(), plan.bucket(), buckets);
        int points = Math.min(SessionLine.POINTS, series.steps());
        List<SessionLine.Point> sparkline = new ArrayList<>();
        for (int point = 0; point < points; point++) {
            SpanMood span =
                    series.span(
                            Math.ceilDiv(point * series.steps(), points),
                            Math.ceilDiv((point + 1) * series.steps(), points));
            if (span.isKnown()) {
                sparkline.add(new SessionLine.Point((point + 0.5) / points, span.shares()));
            }
        }
        return new SessionOverview(
                session,
                buckets.size(),
                series.all().suppressed(),
                SessionLine.of(sparkline, plan.labels().size()));
    }
}
