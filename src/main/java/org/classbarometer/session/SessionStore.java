package org.classbarometer.session;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.classbarometer.face.Masks;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.mood.Bucket;

/// Where sessions are kept. Every call blocks until it is done, and is safe on any thread; calls from
/// the analysis thread or the JavaFX thread go through an executor.
///
/// What a call changed is on the disk when it returns: a kill loses at most the bucket that is still
/// open in memory.
public interface SessionStore extends Executor, AutoCloseable {
    /// Does something on the store's own thread after all that was asked before, and returns at once:
    /// for callers that may not wait for the disk. What is done there may call the store.
    @Override
    void execute(Runnable work);

    StoreSettings settings() throws StoreException;

    void save(StoreSettings settings) throws StoreException;

    /// Begins a session together with its consent.
    SessionId begin(SessionPlan plan) throws StoreException;

    /// Holds the source of a session that is about to begin. Whatever keeps nothing beyond this process
    /// has nobody beside it and nothing to go on from.
    ///
    /// @param masks what of the picture is not seen
    /// @throws StoreException when the source is being told of elsewhere
    default SourceHold hold(SourceChoice source, SessionPlan plan, Masks masks)
            throws StoreException {
        return SourceHold.none();
    }

    /// Adds a finished bucket; indices ascend within a session.
    void add(SessionId session, Bucket bucket) throws StoreException;

    /// Sets a marker, during the session or afterwards.
    Marker mark(SessionId session, Duration at, String note) throws StoreException;

    /// Replaces the note and time of the marker with the same id.
    void change(SessionId session, Marker marker) throws StoreException;

    void unmark(SessionId session, Marker marker) throws StoreException;

    void end(SessionId session, OffsetDateTime at) throws StoreException;

    /// Newest first.
    List<SessionOverview> sessions() throws StoreException;

    /// @return empty when there is no such session (any more), or it is damaged
    Optional<Timeline> timeline(SessionId session) throws StoreException;

    /// The timelines of one class whose sessions began in a span, oldest first.
    List<Timeline> timelines(String className, Instant from, Instant to) throws StoreException;

    /// Gives a session a title; an empty one takes it away.
    void entitle(SessionId session, String title) throws StoreException;

    /// Takes sessions out of every list and answer, to be deleted soon: by [#erase], or as this store
    /// closes or is next opened. Until then [#restore] brings them back.
    void discard(List<SessionId> sessions) throws StoreException;

    /// Brings discarded sessions back.
    ///
    /// @throws StoreException when one of them is deleted by now; the others are back then
    void restore(List<SessionId> sessions) throws StoreException;

    /// Deletes those of the sessions that are discarded, from the bytes of the files too.
    void erase(List<SessionId> sessions) throws StoreException;

    /// The sessions that will be deleted for their age within [StoreSettings#NOTICE] of being announced
    /// now, oldest first: those whose time is about to end, and those whose time is over and that are
    /// still there because that was not announced.
    List<Departure> leaving(Instant now) throws StoreException;

    /// Notes that the user was told of sessions that will be deleted: no earlier than
    /// [StoreSettings#NOTICE] from then they are.
    void announce(List<SessionId> sessions, Instant now) throws StoreException;

    /// Deletes a session, discarded or not, and everything derived from it, from the bytes of the files
    /// too: a consent that was withdrawn, or a teacher who deletes.
    void delete(SessionId session) throws StoreException;

    /// Deletes the sessions that began before the retention time and whose deletion was announced, from
    /// the bytes of the files too.
    ///
    /// @return how many
    int purge(Instant now) throws StoreException;

    /// Deletes every session, and the settings, from the bytes of the files too.
    void deleteEverything() throws StoreException;

    @Override
    void close();
}
