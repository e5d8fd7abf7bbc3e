package org.classbarometer.session;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.classbarometer.mood.Bucket;

/// A [SessionStore] without a disk, for tests; held to the same contract as the real one.
public class MemorySessionStore implements SessionStore {
    private final Map<Long, Kept> sessions = new TreeMap<>();
    // Virtual: a test that does not close it leaves nothing that holds the JVM.
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private final Map<Long, Kept> discarded = new TreeMap<>();
    private final Map<Long, Instant> announced = new TreeMap<>();
    private StoreSettings settings = StoreSettings.DEFAULT;
    private long lastSession;
    private long lastMarker;

    /// Thrown by every call while it is set: for tests of what happens then.
    public final AtomicReference<Optional<StoreException>> failure =
            new AtomicReference<>(Optional.empty());

    private record Kept(
            Session session,
            List<Bucket> buckets,
            List<Marker> markers,
            AtomicReference<Optional<OffsetDateTime>> end,
            AtomicReference<String> title) {
        Session now() {
            return new Session(session.id(), session.plan(), end.get(), title.get());
        }

        Timeline timeline() {
            return new Timeline(
                    now(),
                    buckets,
                    markers.stream().sorted(Comparator.comparing(Marker::at)).toList());
        }

        SessionOverview overview() {
            return SessionOverview.of(now(), buckets);
        }
    }

    private void mayFail() throws StoreException {
        if (failure.get().isPresent()) {
            throw failure.get().get();
        }
    }

    private Kept kept(SessionId id) throws StoreException {
        Kept kept = sessions.get(id.value());
        if (kept == null) {
            throw new StoreException("Session " + id + " is gone");
        }
        return kept;
    }

    @Override
    public synchronized StoreSettings settings() throws StoreException {
        mayFail();
        return settings;
    }

    @Override
    public synchronized void save(StoreSettings to) throws StoreException {
        mayFail();
        if (to.retention().compareTo(settings.retention()) > 0) {
            announced.clear();
        }
        settings = to;
    }

    @Override
    public synchronized SessionId begin(SessionPlan plan) throws StoreException {
        mayFail();
        if (plan.context().prohibited()) {
            throw new StoreException("The AI Act, Article 5(1)(f), prohibits this");
        }
        SessionId id = new SessionId(++lastSession);
        sessions.put(
                id.value(),
                new Kept(
                        new Session(id, plan, Optional.empty()),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new AtomicReference<>(Optional.empty()),
                        new AtomicReference<>("")));
        return id;
    }

    @Override
    public synchronized void add(SessionId session, Bucket bucket) throws StoreException {
        mayFail();
        Kept kept = kept(session);
        if (kept.end().get().isPresent()
                || (!kept.buckets().isEmpty()
                        && kept.buckets().getLast().index() >= bucket.index())) {
            throw new StoreException("Session " + session + " does not take this bucket");
        }
        kept.buckets().add(bucket);
    }

    @Override
    public synchronized Marker mark(SessionId session, Duration at, String note)
            throws StoreException {
        mayFail();
        List<Marker> markers = kept(session).markers();
        Marker marker = new Marker(++lastMarker, Duration.ofMillis(at.toMillis()), note);
        markers.add(marker);
        return marker;
    }

    @Override
    public synchronized void change(SessionId session, Marker marker) throws StoreException {
        mayFail();
        List<Marker> markers = kept(session).markers();
        if (!markers.removeIf(one -> one.id() == marker.id())) {
            throw new StoreException("The marker is gone");
        }
        markers.add(
                new Marker(marker.id(), Duration.ofMillis(marker.at().toMillis()), marker.note()));
    }

    @Override
    public synchronized void unmark(SessionId session, Marker marker) throws StoreException {
        mayFail();
        kept(session).markers().removeIf(one -> one.id() == marker.id());
    }

    @Override
    public synchronized void end(SessionId session, OffsetDateTime at) throws StoreException {
        mayFail();
        kept(session).end().set(Optional.of(at));
    }

    @Override
    public synchronized List<SessionOverview> sessions() throws StoreException {
        mayFail();
        return sessions.values().stream()
                .map(Kept::overview)
                .sorted(
                        Comparator.comparing((SessionOverview one) -> start(one.session()))
                                .thenComparingLong(one -> one.session().id().value())
                                .reversed())
                .toList();
    }

    private static Instant start(Session session) {
        return session.plan().start().toInstant();
    }

    @Override
    public synchronized Optional<Timeline> timeline(SessionId session) throws StoreException {
        mayFail();
        return Optional.ofNullable(sessions.get(session.value())).map(Kept::timeline);
    }

    @Override
    public synchronized List<Timeline> timelines(String className, Instant from, Instant to)
            throws StoreException {
        mayFail();
        return sessions.values().stream()
                .map(Kept::timeline)
                .filter(one -> one.session().plan().className().equals(className))
                .filter(one -> !start(one.session()).isBefore(from))
                .filter(one -> start(one.session()).isBefore(to))
                .sorted(Comparator.comparing(one -> start(one.session())))
                .toList();
    }

    @Override
    public synchronized void delete(SessionId session) throws StoreException {
        mayFail();
        sessions.remove(session.value());
        discarded.remove(session.value());
    }

    @Override
    public synchronized int purge(Instant now) throws StoreException {
        mayFail();
        int before = sessions.size();
        Instant oldest = now.minus(settings.retention());
        Instant told = now.minus(StoreSettings.NOTICE);
        sessions.entrySet()
                .removeIf(one ->
                        start(one.getValue().session()).isBefore(oldest)
                                && announced.getOrDefault(one.getKey(), Instant.MAX).compareTo(told)
                                        <= 0);
        return before - sessions.size();
    }

    @Override
    public synchronized void entitle(SessionId session, String title) throws StoreException {
        mayFail();
        kept(session).title().set(title);
    }

    @Override
    public synchronized void discard(List<SessionId> ids) throws StoreException {
        mayFail();
        for (SessionId id : ids) {
            Kept gone = sessions.remove(id.value());
            if (gone != null) {
                discarded.put(id.value(), gone);
            }
        }
    }

    @Override
    public synchronized void restore(List<SessionId> ids) throws StoreException {
        mayFail();
        for (SessionId id : ids) {
            Kept back = discarded.remove(id.value());
            if (back == null) {
                throw new StoreException("Session " + id + " is gone");
            }
            sessions.put(id.value(), back);
        }
    }

    @Override
    public synchronized void erase(List<SessionId> ids) throws StoreException {
        mayFail();
        ids.forEach(id -> discarded.remove(id.value()));
    }

    @Override
    public synchronized List<Departure> leaving(Instant now) throws StoreException {
        mayFail();
        Instant oldest = now.plus(StoreSettings.NOTICE).minus(settings.retention());
        return sessions.values().stream()
                .map(Kept::now)
                .filter(one -> start(one).isBefore(oldest))
                .sorted(Comparator.comparing(MemorySessionStore::start))
                .map(one ->
                        Departure.of(
                                one,
                                start(one).plus(settings.retention()),
                                announced.getOrDefault(one.id().value(), now)))
                .toList();
    }

    @Override
    public synchronized void announce(List<SessionId> ids, Instant now) throws StoreException {
        mayFail();
        ids.forEach(id -> announced.putIfAbsent(id.value(), now));
    }

    @Override
    public synchronized void deleteEverything() throws StoreException {
        mayFail();
        sessions.clear();
        settings = StoreSettings.DEFAULT;
    }

    @Override
    public void execute(Runnable work) {
        thread.execute(work);
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
