package org.classbarometer.report.figure;

import java.time.Duration;
import org.classbarometer.session.SessionPlan;
import org.classbarometer.session.Timeline;

/// How long a session was.
public final class Lengths {
    private Lengths() {}

    /// From start to end; to the end of the last bucket where the program was killed in the session.
    public static Duration of(Timeline timeline) {
        SessionPlan plan = timeline.session().plan();
        return timeline.session()
                .end()
                .map(end -> Duration.between(plan.start(), end))
                .orElse(plan.bucket().multipliedBy(begun(timeline)));
    }

    /// The same in whole buckets, every bucket there is included; at least 1.
    static int steps(Timeline timeline) {
        long bucket = timeline.session().plan().bucket().toMillis();
        long whole = (of(timeline).toMillis() + bucket - 1) / bucket;
        return (int) Math.max(1, Math.max(whole, begun(timeline)));
    }

    private static int begun(Timeline timeline) {
        return timeline.buckets().isEmpty() ? 0 : timeline.buckets().getLast().index() + 1;
    }
}
