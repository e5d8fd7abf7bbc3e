package org.classbarometer.store;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.classbarometer.face.Masks;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.mood.Bucket;
import org.classbarometer.session.Departure;
import org.classbarometer.session.Marker;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.SessionOverview;
import org.classbarometer.session.SessionPlan;
import org.classbarometer.session.SessionStore;
import org.classbarometer.session.SourceHold;
import org.classbarometer.session.StoreException;
import org.classbarometer.session.StoreSettings;
import org.classbarometer.session.Timeline;
import org.classbarometer.text.Text;

/// The teacher's sessions in a SQLite file. Sessions older than the retention time are deleted, once
/// that was announced, when it is opened and once an hour, so that also a program left running keeps to the day.
public final class SqliteSessionStore implements SessionStore {
    private static final Duration UPKEEP = Duration.ofHours(1);
    // For ten hours of buckets, and for what deleting them writes.
    private static final int ROOM = 1 << 18;

    private final Database database;
    private final Eraser eraser;
    private final InstantSource clock;
    private Optional<String> doubt = Optional.empty();
    private List<SessionId> unreadable = List.of();

    private SqliteSessionStore(Database database, InstantSource clock) {
        this.database = database;
        this.eraser = new Eraser(database);
        this.clock = clock;
    }

    /// Opens the file, making it where there is none; see [Database#open].
    ///
    /// @param clock for the retention time
    public static SqliteSessionStore open(Path file, InstantSource clock) throws StoreException {
        return open(file, clock, UPKEEP);
    }

    static SqliteSessionStore open(Path file, InstantSource clock, Duration every)
            throws StoreException {
        Database database = Database.open(file, SessionSchema.SCHEMA, clock);
        SqliteSessionStore store = new SqliteSessionStore(database, clock);
        Upkeep upkeep = new Upkeep(database, store.eraser, clock);
        try {
            EarlierBuckets.reduce(database);
            store.eraser.eraseDiscarded();
            store.doubt = upkeep.purgeUnlessLeapt();
            store.unreadable = store.unreadable();
        } catch (StoreException failed) {
            database.close();
            throw failed;
        }
        database.every(every, upkeep);
        return store;
    }

    /// What the user should know of the opening: that a damaged file was moved aside, and where; that
    /// the clock may be wrong; that sessions cannot be read.
    public Optional<String> notice() {
        return database.movedAside()
                .map(aside -> Text.of("store.aside", database.file().toString(), aside.toString()))
                .or(() -> doubt)
                .or(this::damage);
    }

    private Optional<String> damage() {
        String which = unreadable.stream().map(SessionId::toString).collect(joining(","));
        return unreadable.isEmpty()
                ? Optional.empty()
                : Optional.of(Text.of("store.unreadable", unreadable.size(), which));
    }

    /// The sessions that no list has, because what is stored of them is damaged. They can be deleted,
    /// and are at the age of the others.
    public List<SessionId> unreadable() throws StoreException {
        return database.read(SessionReading::unreadable);
    }

    @Override
    public void execute(Runnable work) {
        database.execute(work);
    }

    @Override
    public StoreSettings settings() throws StoreException {
        return database.read(SettingRows::settings);
    }

    @Override
    public void save(StoreSettings settings) throws StoreException {
        database.<Boolean>write(connection -> SettingRows.save(connection, settings));
    }

    @Override
    public SessionId begin(SessionPlan plan) throws StoreException {
        if (plan.context().prohibited()) {
            throw new StoreException(Text.of("store.prohibited"));
        }
        database.makeRoom(ROOM);
        return database.write(connection -> SessionWriting.begin(connection, plan));
    }

    @Override
    public SourceHold hold(SourceChoice source, SessionPlan plan, Masks masks)
            throws StoreException {
        return SourceHold.of(
                database.folder(), source, plan.className(), plan.labels(), masks, clock);
    }

    @Override
    public void add(SessionId session, Bucket bucket) throws StoreException {
        database.<Boolean>write(connection -> SessionWriting.add(connection, session, bucket));
    }

    @Override
    public Marker mark(SessionId session, Duration at, String note) throws StoreException {
        return database.write(connection -> MarkerRows.mark(connection, session, at, note));
    }

    @Override
    public void change(SessionId session, Marker marker) throws StoreException {
        // The text that was there leaves no trace in the file.
        database.<Boolean>rewrite(connection -> MarkerRows.change(connection, session, marker));
    }

    @Override
    public void unmark(SessionId session, Marker marker) throws StoreException {
        database.<Integer>rewrite(connection -> MarkerRows.unmark(connection, session, marker));
    }

    @Override
    public void end(SessionId session, OffsetDateTime at) throws StoreException {
        database.<Boolean>write(connection -> SessionWriting.end(connection, session, at));
    }

    @Override
    public List<SessionOverview> sessions() throws StoreException {
        return database.read(SessionReading::overviews);
    }

    @Override
    public Optional<Timeline> timeline(SessionId session) throws StoreException {
        return database.read(connection -> SessionReading.timeline(connection, session));
    }

    @Override
    public List<Timeline> timelines(String className, Instant from, Instant to)
            throws StoreException {
        return database.read(
                connection -> SessionReading.timelines(connection, className, from, to));
    }

    @Override
    public void entitle(SessionId session, String title) throws StoreException {
        // The title that was there leaves no trace in the file.
        database.<Boolean>rewrite(connection -> SessionWriting.entitle(connection, session, title));
    }

    @Override
    public void discard(List<SessionId> sessions) throws StoreException {
        eraser.discard(sessions);
    }

    @Override
    public void restore(List<SessionId> sessions) throws StoreException {
        if (!database.<Boolean>write(connection -> Leaving.restore(connection, sessions))) {
            throw new StoreException(Text.of("store.erased"));
        }
    }

    @Override
    public void erase(List<SessionId> sessions) throws StoreException {
        eraser.eraseDiscarded(sessions);
    }

    @Override
    public List<Departure> leaving(Instant now) throws StoreException {
        return database.read(connection -> Leaving.of(connection).soon(connection, now));
    }

    @Override
    public void announce(List<SessionId> sessions, Instant now) throws StoreException {
        database.<Boolean>write(connection -> Leaving.announce(connection, sessions, now));
    }

    @Override
    public void delete(SessionId session) throws StoreException {
        eraser.delete(session);
    }

    @Override
    public int purge(Instant now) throws StoreException {
        return eraser.purge(now);
    }

    @Override
    public void deleteEverything() throws StoreException {
        eraser.deleteEverything();
    }

    @Override
    public void close() {
        eraser.eraseDiscarded();
        database.close();
    }
}
