package org.classbarometer.session;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.mood.BucketCutter;

/// What is known of a session when it begins.
///
/// @param className the teacher's word for the class or course; never a person's name
/// @param start with the offset of the place, so that a lesson at nine stays a lesson at nine
/// @param labels the label set of all its buckets
/// @param model file name and version of the expression model
/// @param bucket length of a bucket
/// @param k fewest faces a bucket may speak of
public record SessionPlan(
        String className,
        UseContext context,
        OffsetDateTime start,
        LabelSet labels,
        String model,
        Duration bucket,
        int k,
        Consent consent) {
    /// Length of a bucket, where nothing else is asked for.
    public static final Duration BUCKET = Duration.ofSeconds(5);

    /// Fewest faces a bucket may speak of, where nothing stricter is asked for; a smaller k is refused.
    public static final int K = BucketCutter.FEWEST_FACES;

    public SessionPlan {
        if (k < K) {
            throw new IllegalArgumentException(
                    "A session may not speak of fewer than %d faces: %d".formatted(K, k));
        }
        if (bucket.toMillis() <= 0) {
            throw new IllegalArgumentException("Buckets without length: " + bucket);
        }
    }
}
