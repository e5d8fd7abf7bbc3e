package org.classbarometer.report;

import java.util.Optional;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.StoreException;
import org.classbarometer.session.Timeline;

/// Gives sessions one at a time, so that an export of a year needs the memory of a lesson:
/// `store::timeline`.
@FunctionalInterface
public interface TimelineSource {
    /// @return empty when there is no such session any more
    Optional<Timeline> timeline(SessionId session) throws StoreException;
}
