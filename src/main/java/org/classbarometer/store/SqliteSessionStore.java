package org.classbarometer.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.classbarometer.face.Masks;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.mood.Bucket;
import org.classbarometer.session.Consent;
import org.classbarometer.session.Departure;
import org.classbarometer.session.Marker;
import org.classbarometer.session.Session;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.SessionLine;
import org.classbarometer.session.SessionOverview;
import org.classbarometer.session.SessionPlan;
import org.classbarometer.session.SessionStore;
import org.classbarometer.session.SourceHold;
import org.classbarometer.session.StoreException;
import org.classbarometer.session.StoreSettings;
import org.classbarometer.session.Timeline;
import org.classbarometer.session.UseContext;
import org.classbarometer.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The teacher's sessions in a SQLite file. Sessions older than the retention time are deleted, once
/// that was announced, when it is opened and once an hour, so that also a program left running keeps to the day.
public final class SqliteSessionStore implements SessionStore {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteSessionStore.class);
    private static final Duration UPKEEP = Duration.ofHours(1);

    // A clock that is this far ahead of the last look may be wrong.
    private static final Duration LEAP = Duration.ofDays(14);
    private static final Duration LOOK = Duration.ofDays(1);
    private static final String SEEN = "seen";
    // For ten hours of buckets, and for what deleting them writes.
    private static final int ROOM = 1 << 18;

    private final Database database;
    private final InstantSource clock;
    private Optional<String> doubt = Optional.empty();

    private SqliteSessionStore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Opens the file, making it where there is none; see [Database#open].
    ///
    /// @param clock for the retention time
    public static SqliteSessionStore open(Path file, InstantSource clock) throws StoreException {
        return open(file, clock, UPKEEP);
    }

    static SqliteSessionStore open(Path file, InstantSource clock, Duration upkeep)
            throws StoreException {
        Database database = Database.open(file, SessionSchema.SCHEMA, clock);
        SqliteSessionStore store = new SqliteSessionStore(database, clock);
        try {
            EarlierBuckets.reduce(database);
            store.eraseDiscarded();
            store.doubt = store.purgeUnlessLeapt();
        } catch (StoreException failed) {
            database.close();
            throw failed;
        }
        database.every(upkeep, store::upkeep);
        return store;
    }

    /// What the user should know of the opening: that a damaged file was moved aside, and where; that
    /// the clock may be wrong.
    public Optional<String> notice() {
        return database.movedAside()
                .map(aside -> Text.of("store.aside", database.file().toString(), aside.toString()))
                .or(() -> doubt);
    }

    @Override
    public void execute(Runnable work) {
        database.execute(work);
    }

    private void upkeep() {
        try {
            purgeUnlessLeapt().ifPresent(LOG::warn);
        } catch (StoreException failed) {
            LOG.warn("Old sessions could not be deleted: {}", failed.getMessage());
        }
    }

    /// Deletes what is too old, unless only a leap of the clock makes it so: then it says that, and the
    /// next look deletes.
    private Optional<String> purgeUnlessLeapt() throws StoreException {
        Instant now = clock.instant();
        Leaving leaving = leaving();
        int due = database.read(connection -> leaving.due(connection, now));
        Optional<Instant> seen = database.read(SqliteSessionStore::seen);
        long days = seen.map(last -> Duration.between(last, now).toDays()).orElse(0L);
        if (seen.isEmpty() || days >= LOOK.toDays() || days < 0) {
            look(now);
        }
        if (due > 0 && days >= LEAP.toDays()) {
            return Optional.of(Text.of("store.clock", due, days));
        }
        purge(now);
        return Optional.empty();
    }

    private static Optional<Instant> seen(Connection connection) throws SQLException {
        return Optional.ofNullable(settingRows(connection).get(SEEN)).map(Instant::parse);
    }

    private void look(Instant now) {
        try {
            database.<Integer>write(connection ->
                    run(
                            connection,
                            "INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)",
                            SEEN,
                            now.toString()));
        } catch (StoreException failed) {
            // On a full disk one must still be able to delete.
            LOG.warn("When the clock was looked at is not stored: {}", failed.getMessage());
        }
    }

    @Override
    public StoreSettings settings() throws StoreException {
        return database.read(SqliteSessionStore::settings);
    }

    private static Map<String, String> settingRows(Connection connection) throws SQLException {
        Map<String, String> rows = new HashMap<>();
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("SELECT key, value FROM settings")) {
            while (row.next()) {
                rows.put(row.getString("key"), row.getString("value"));
            }
        }
        return rows;
    }

    private static StoreSettings settings(Connection connection) throws SQLException {
        Map<String, String> rows = settingRows(connection);
        Optional<UseContext> context =
                Optional.ofNullable(rows.get("country"))
                        .map(country ->
                                SessionRows.context(country, rows.getOrDefault("purpose", "")));
        return new StoreSettings(
                context,
                Optional.ofNullable(rows.get("retention"))
                        .map(Duration::parse)
                        .orElse(StoreSettings.DEFAULT.retention()),
                Boolean.parseBoolean(
                        rows.getOrDefault(
                                "hints", Boolean.toString(StoreSettings.DEFAULT.hints()))));
    }

    @Override
    public void save(StoreSettings settings) throws StoreException {
        Map<String, String> rows = new HashMap<>();
        settings.context()
                .ifPresent(context -> {
                    rows.put("country", context.place().country());
                    rows.put("purpose", context.purpose().word());
                });
        rows.put("retention", settings.retention().toString());
        rows.put("hints", Boolean.toString(settings.hints()));
        database.<Boolean>write(connection -> {
            if (settings.retention().compareTo(settings(connection).retention()) > 0) {
                // What was announced does not hold any more: it is said anew when the time comes.
                run(connection, "UPDATE sessions SET announced = NULL");
            }
            run(connection, "DELETE FROM settings WHERE key <> ?", SEEN);
            for (Map.Entry<String, String> one : rows.entrySet()) {
                run(
                        connection,
                        "INSERT INTO settings (key, value) VALUES (?, ?)",
                        one.getKey(),
                        one.getValue());
            }
            return true;
        });
    }

    @Override
    public SessionId begin(SessionPlan plan) throws StoreException {
        if (plan.context().prohibited()) {
            throw new StoreException(Text.of("store.prohibited"));
        }
        database.makeRoom(ROOM);
        return database.write(connection -> {
            run(
                    connection,
                    """
                    INSERT INTO sessions (class_name, country, purpose, start, start_millis,
                        label_set, labels, model, bucket_millis, k)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                    """,
                    plan.className(),
                    plan.context().place().country(),
                    plan.context().purpose().word(),
                    plan.start().toString(),
                    plan.start().toInstant().toEpochMilli(),
                    plan.labels().name(),
                    String.join(",", plan.labels().labels()),
                    plan.model(),
                    plan.bucket().toMillis(),
                    plan.k());
            SessionId id = new SessionId(lastId(connection));
            Consent consent = plan.consent();
            run(
                    connection,
                    """
                    INSERT INTO consents (session, at, role, opted_in, statement_version,
                        statement_language)
                    VALUES (?, ?, ?, ?, ?, ?)\
                    """,
                    id.value(),
                    consent.at().toString(),
                    consent.role(),
                    consent.optedIn(),
                    consent.statementVersion(),
                    consent.statementLanguage());
            return id;
        });
    }

    // AUTOINCREMENT: no id comes twice in a file, whoever writes into it.
    private static long lastId(Connection connection) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("SELECT last_insert_rowid() AS id")) {
            return row.getLong("id");
        }
    }

    @Override
    public SourceHold hold(SourceChoice source, SessionPlan plan, Masks masks)
            throws StoreException {
        return SourceHold.of(folder(), source, plan.className(), plan.labels(), masks, clock);
    }

    private Path folder() {
        return database.file().resolveSibling("");
    }

    @Override
    public void add(SessionId session, Bucket bucket) throws StoreException {
        database.<Boolean>write(connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement(
                            """
                            INSERT INTO buckets
                                (session, idx, people, uncertain, shown)
                            SELECT ?1, ?2, ?3, ?4, ?5 FROM sessions
                            WHERE id = ?1 AND ended IS NULL AND (?3 IS NULL OR ?3 >= k) AND NOT EXISTS
                                (SELECT 1 FROM buckets WHERE session = ?1 AND idx >= ?2)
                            """)) {
                SessionRows.bind(insert, session, bucket);
                return found(insert.executeUpdate(), session);
            }
        });
    }

    @Override
    public Marker mark(SessionId session, Duration at, String note) throws StoreException {
        Duration rounded = Duration.ofMillis(at.toMillis());
        return database.write(connection -> {
            int added =
                    run(
                            connection,
                            """
                            INSERT INTO markers (session, at_millis, note)
                            SELECT id, ?, ? FROM sessions WHERE id = ?\
                            """,
                            rounded.toMillis(),
                            note,
                            session.value());
            found(added, session);
            return new Marker(lastId(connection), rounded, note);
        });
    }

    @Override
    public void change(SessionId session, Marker marker) throws StoreException {
        update(
                session,
                "UPDATE markers SET at_millis = ?, note = ? WHERE id = ? AND session = ?",
                marker.at().toMillis(),
                marker.note(),
                marker.id(),
                session.value());
    }

    // Of one row; the text that was there leaves no trace in the file.
    private void update(SessionId session, String sql, Object... values) throws StoreException {
        database.<Boolean>rewrite(connection -> found(run(connection, sql, values), session));
    }

    @Override
    public void unmark(SessionId session, Marker marker) throws StoreException {
        database.<Integer>rewrite(connection ->
                run(
                        connection,
                        "DELETE FROM markers WHERE id = ? AND session = ?",
                        marker.id(),
                        session.value()));
    }

    @Override
    public void end(SessionId session, OffsetDateTime at) throws StoreException {
        database.<Boolean>write(connection -> {
            List<SessionOverview> ended =
                    select(
                            connection,
                            SessionRows.SELECT + "WHERE s.id = ?",
                            (_, row) ->
                                    SessionOverview.of(
                                            SessionRows.session(row), buckets(connection, session)),
                            session.value());
            found(ended.size(), session);
            SessionOverview overview = ended.getFirst();
            return found(
                    run(
                            connection,
                            """
                            UPDATE sessions SET ended = ?, buckets = ?, suppressed = ?, sparkline = ?
                            WHERE id = ?\
                            """,
                            at.toString(),
                            overview.buckets(),
                            overview.suppressed(),
                            overview.sparkline().packed(),
                            session.value()),
                    session);
        });
    }

    private static boolean found(int rows, SessionId session) throws StoreException {
        if (rows == 0) {
            throw new StoreException(Text.of("store.gone", session.toString()));
        }
        return true;
    }

    @Override
    public List<SessionOverview> sessions() throws StoreException {
        return database.read(connection ->
                select(
                        connection,
                        SessionRows.SELECT + "ORDER BY s.start_millis DESC, s.id DESC",
                        SqliteSessionStore::overview));
    }

    private static SessionOverview overview(Connection connection, ResultSet row)
            throws SQLException {
        Session session = SessionRows.session(row);
        byte[] sparkline = row.getBytes("sparkline");
        // One that still runs, or in which the program was killed, has none yet.
        return sparkline == null
                ? SessionOverview.of(session, buckets(connection, session.id()))
                : new SessionOverview(
                        session,
                        row.getInt("buckets"),
                        row.getInt("suppressed"),
                        new SessionLine(sparkline, session.plan().labels().size()));
    }

    /// Makes something of a session's row.
    @FunctionalInterface
    interface RowReader<T> {
        T of(Connection connection, ResultSet row) throws SQLException;
    }

    /// The rows of a query of sessions. One that cannot be understood is logged and left out: the file
    /// is not trusted, and what is whole in it shall be seen.
    static <T> List<T> select(
            Connection connection, String sql, RowReader<T> reader, Object... arguments)
            throws SQLException {
        List<T> read = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            bind(query, arguments);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    try {
                        read.add(reader.of(connection, row));
                    } catch (RuntimeException unreadable) {
                        LOG.warn("Session {} cannot be read", row.getLong("id"), unreadable);
                    }
                }
            }
        }
        return read;
    }

    private static List<Bucket> buckets(Connection connection, SessionId session)
            throws SQLException {
        List<Bucket> buckets = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement(
                        """
                        SELECT idx, people, uncertain, shown FROM buckets
                        WHERE session = ? ORDER BY idx\
                        """)) {
            query.setLong(1, session.value());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    buckets.add(SessionRows.bucket(row));
                }
            }
        }
        return buckets;
    }

    @Override
    public Optional<Timeline> timeline(SessionId session) throws StoreException {
        return database.read(connection ->
                select(
                                connection,
                                SessionRows.SELECT + "WHERE s.id = ?",
                                SqliteSessionStore::timeline,
                                session.value())
                        .stream()
                        .findFirst());
    }

    @Override
    public List<Timeline> timelines(String className, Instant from, Instant to)
            throws StoreException {
        return database.read(connection ->
                select(
                        connection,
                        SessionRows.SELECT
                                + "WHERE s.class_name = ? AND s.start_millis >= ? AND s.start_millis < ?"
                                + " ORDER BY s.start_millis, s.id",
                        SqliteSessionStore::timeline,
                        className,
                        millis(from),
                        millis(to)));
    }

    static long millis(Instant instant) {
        Instant first = Instant.ofEpochMilli(Long.MIN_VALUE);
        Instant last = Instant.ofEpochMilli(Long.MAX_VALUE);
        return instant.isBefore(first)
                ? Long.MIN_VALUE
                : instant.isAfter(last) ? Long.MAX_VALUE : instant.toEpochMilli();
    }

    private static Timeline timeline(Connection connection, ResultSet row) throws SQLException {
        Session session = SessionRows.session(row);
        return new Timeline(
                session, buckets(connection, session.id()), markers(connection, session.id()));
    }

    private static List<Marker> markers(Connection connection, SessionId session)
            throws SQLException {
        List<Marker> markers = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT id, at_millis, note FROM markers WHERE session = ? ORDER BY at_millis, id")) {
            query.setLong(1, session.value());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    markers.add(SessionRows.marker(row));
                }
            }
        }
        return markers;
    }

    @Override
    public void delete(SessionId session) throws StoreException {
        database.<Integer>erase(connection ->
                run(connection, "DELETE FROM sessions WHERE id = ?", session.value()));
        SourceHold.forgetAll(folder());
    }

    @Override
    public int purge(Instant now) throws StoreException {
        Leaving leaving = leaving();
        database.forgetDamaged(now.minus(leaving.retention()));
        int due = database.read(connection -> leaving.due(connection, now));
        return due == 0
                ? 0
                : database.<Integer>erase(connection -> leaving.delete(connection, now));
    }

    private Leaving leaving() throws StoreException {
        return new Leaving(settings().retention());
    }

    @Override
    public List<Departure> leaving(Instant now) throws StoreException {
        Leaving leaving = leaving();
        return database.read(connection -> leaving.soon(connection, now));
    }

    @Override
    public void announce(List<SessionId> sessions, Instant now) throws StoreException {
        database.<Boolean>write(connection -> Leaving.announce(connection, sessions, now));
    }

    @Override
    public void discard(List<SessionId> sessions) throws StoreException {
        try {
            database.<Boolean>write(connection -> Leaving.discard(connection, sessions));
        } catch (StoreException failed) {
            if (!database.isFull(failed)) {
                throw failed;
            }
            // No room for a mark: rather gone for good than not at all.
            for (SessionId session : sessions) {
                delete(session);
            }
        }
    }

    @Override
    public void restore(List<SessionId> sessions) throws StoreException {
        if (!database.<Boolean>write(connection -> Leaving.restore(connection, sessions))) {
            throw new StoreException(Text.of("store.erased"));
        }
    }

    @Override
    public void erase(List<SessionId> sessions) throws StoreException {
        database.<Boolean>erase(connection -> Leaving.erase(connection, sessions));
        SourceHold.forgetAll(folder());
    }

    // Whoever discarded them may not have come back to delete them.
    private void eraseDiscarded() {
        try {
            List<SessionId> discarded = database.read(Leaving::discarded);
            if (!discarded.isEmpty()) {
                erase(discarded);
            }
        } catch (StoreException failed) {
            LOG.warn("Discarded sessions are not all deleted: {}", failed.getMessage());
        }
    }

    @Override
    public void entitle(SessionId session, String title) throws StoreException {
        update(session, "UPDATE sessions SET title = ? WHERE id = ?", title, session.value());
    }

    static int count(Connection connection) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet row =
                        query.executeQuery("SELECT count(*) AS all_of_them FROM sessions")) {
            return row.getInt("all_of_them");
        }
    }

    @Override
    public void deleteEverything() throws StoreException {
        database.<Boolean>erase(connection -> {
            // The counters stay: another process may still hold an id, and must not find it given
            // to another class.
            for (String table : List.of("sessions", "settings")) {
                run(connection, "DELETE FROM " + table);
            }
            return true;
        });
        database.forgetDamaged(Instant.MAX);
        SourceHold.forgetAll(folder());
    }

    private static int run(Connection connection, String sql, Object... arguments)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, arguments);
            return statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
    }

    @Override
    public void close() {
        eraseDiscarded();
        database.close();
    }
}
