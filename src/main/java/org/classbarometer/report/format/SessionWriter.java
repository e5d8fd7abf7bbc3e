package org.classbarometer.report.format;

import java.io.IOException;
import org.classbarometer.session.Timeline;

/// Writes sessions in one format, one after the other, into the folder that an export grows in. Keeps
/// nothing of a session once it is written. Called on one thread.
@FunctionalInterface
public interface SessionWriter extends AutoCloseable {
    /// @param timeline of the next of the sessions that were announced
    void add(Timeline timeline) throws IOException;

    /// Ends what was begun for all sessions together; nothing, where each has a file of its own.
    @Override
    default void close() throws IOException {}
}
