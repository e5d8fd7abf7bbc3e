package org.classbarometer.session;

import java.time.OffsetDateTime;
import org.classbarometer.expression.LabelSet;

/// Session plans for tests.
public final class Plans {
    public static final OffsetDateTime MONDAY_NINE =
            OffsetDateTime.parse("2026-11-16T09:00:00+01:00");
    public static final UseContext ZURICH = new UseContext(new Place("CH"), Purpose.CLASS);
    public static final UseContext BERLIN = new UseContext(new Place("DE"), Purpose.CLASS);

    private Plans() {}

    /// A lesson in Switzerland with four labels.
    public static SessionPlan lesson(String className, OffsetDateTime start) {
        return lesson(className, start, ZURICH);
    }

    public static SessionPlan lesson(String className, OffsetDateTime start, UseContext context) {
        return new SessionPlan(
                className,
                context,
                start,
                LabelSet.FOUR,
                "expression-baseline.onnx 1",
                SessionPlan.BUCKET,
                SessionPlan.K,
                new Consent(start.minusMinutes(1), "teacher", 12, "1", "en"));
    }
}
