package org.classbarometer.session;

import java.util.List;

/// A stored session with all that is known of it.
///
/// @param buckets ascending by index
/// @param markers ascending by time
public record Timeline(Session session, List<Bucket> buckets, List<Marker> markers) {
    public Timeline {
        buckets = List.copyOf(buckets);
        markers = List.copyOf(markers);
    }
}
