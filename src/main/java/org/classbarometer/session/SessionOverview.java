package org.classbarometer.session;

import java.util.List;
import org.classbarometer.session.SessionOverview.Point;

/// A session as a row of a list: enough for a sparkline, quick for a year of lessons.
///
/// @param buckets number of buckets, suppressed ones included
/// @param suppressed number of suppressed buckets
/// @param sparkline at most some tens of points over the session's length
public record SessionOverview(Session session, int buckets, int suppressed, List<Point> sparkline) {
    /// @param position in the session, in [0, 1]
    /// @param shares per label, mean over the point's buckets that are not suppressed
    public record Point(double position, double[] shares) {}

    public SessionOverview {
        sparkline = List.copyOf(sparkline);
    }
}
