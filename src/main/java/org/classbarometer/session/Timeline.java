package org.classbarometer.session;

import java.time.Duration;
import java.util.List;
import org.classbarometer.mood.Bucket;
import org.classbarometer.mood.MoodSeries;

/// A stored session with all that is known of it.
///
/// @param buckets ascending by index
/// @param markers ascending by time
public record Timeline(Session session, List<Bucket> buckets, List<Marker> markers) {
    public Timeline {
        buckets = List.copyOf(buckets);
        markers = List.copyOf(markers);
    }

    /// The buckets step by step: what every figure and chart of the session is taken from.
    public MoodSeries series() {
        return new MoodSeries(session.plan().labels(), session.plan().bucket(), buckets);
    }

    /// From start to end; to the end of the last bucket where the program was killed in the session.
    public Duration length() {
        return session.length().orElseGet(() -> series().length());
    }

    /// The length in whole buckets, every bucket there is included; at least 1.
    public int steps() {
        long bucket = session.plan().bucket().toMillis();
        long whole = (length().toMillis() + bucket - 1) / bucket;
        return (int) Math.max(1, Math.max(whole, series().steps()));
    }
}
