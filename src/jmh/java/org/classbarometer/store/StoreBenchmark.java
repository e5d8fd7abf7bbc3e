package org.classbarometer.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.session.Bucket;
import org.classbarometer.session.BucketMood;
import org.classbarometer.session.Consent;
import org.classbarometer.session.Place;
import org.classbarometer.session.Purpose;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.SessionOverview;
import org.classbarometer.session.SessionPlan;
import org.classbarometer.session.StoreException;
import org.classbarometer.session.StoreSettings;
import org.classbarometer.session.Timeline;
import org.classbarometer.session.Use;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// A year of lessons: 1,000 sessions of 50 minutes. How long the review waits for its list, for a
/// session and for a class over the year, and what opening, adding and deleting cost beside them.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
public class StoreBenchmark {
    private static final int SESSIONS = 1000;
    private static final int BUCKETS = 600;
    private static final OffsetDateTime START = OffsetDateTime.parse("2026-01-05T08:00:00+01:00");
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-12-20T12:00:00Z"));

    /// Into how many classes the lessons are divided; 1 is the worst case.
    @Param({"10", "1"})
    public int classes;

    private Path folder;
    private SqliteSessionStore store;
    private SessionId one;
    private SessionId running;
    private int next;

    @Setup(Level.Trial)
    public void fill() throws IOException, StoreException {
        folder = Files.createTempDirectory("store-benchmark");
        try (SqliteSessionStore empty = SqliteSessionStore.open(file(), CLOCK)) {
            empty.save(StoreSettings.DEFAULT.withRetention(Duration.ofDays(400)));
            one = empty.begin(plan());
            insertBuckets();
            empty.mark(one, Duration.ofMinutes(10), "group work begins");
            empty.end(one, START.plusMinutes(50));
            multiply();
            running = empty.begin(plan());
        }
        store = SqliteSessionStore.open(file(), CLOCK);
    }

    private Path file() {
        return folder.resolve("sessions.db");
    }

    private static SessionPlan plan() {
        return new SessionPlan(
                "class 0",
                new Use(new Place("CH"), Purpose.CLASS),
                START,
                LabelSet.EIGHT,
                "expression-baseline.onnx 1",
                SessionPlan.BUCKET,
                SessionPlan.K,
                new Consent(START, "teacher", 20, "1", "en"));
    }

    private void insertBuckets() throws StoreException {
        Random random = new Random(4);
        write(connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO buckets VALUES (?, ?, ?, ?, ?, ?)")) {
                for (int i = 0; i < BUCKETS; i++) {
                    insert.clearParameters();
                    SessionRows.bind(insert, one, bucket(i, random));
                    insert.executeUpdate();
                }
            }
            return true;
        });
    }

    /// The first session a thousand times, three a day: one by one, as in lessons, the disk would
    /// take many minutes.
    private void multiply() throws StoreException {
        String columns =
                "country, purpose, start, label_set, labels, model, bucket_millis, k, ended, buckets,"
                        + " suppressed, sparkline";
        List<String> scripts =
                List.of(
                        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
                                + (SESSIONS - 1)
                                + ") INSERT INTO sessions (class_name, start_millis, "
                                + columns
                                + ") SELECT 'class ' || (i % "
                                + classes
                                + "), start_millis + i / 3 * 86400000 + i % 3 * 3600000, "
                                + columns
                                + " FROM n, sessions",
                        "INSERT INTO consents SELECT s.id, at, role, opted_in, statement_version,"
                                + " statement_language FROM sessions s, consents c WHERE s.id > 1",
                        "INSERT INTO buckets SELECT s.id, idx, faces, uncertain, shares, probabilities"
                                + " FROM sessions s, buckets b WHERE s.id > 1",
                        "INSERT INTO markers (session, at_millis, note) SELECT s.id, at_millis, note"
                                + " FROM sessions s, markers m WHERE s.id > 1");
        write(connection -> {
            try (Statement statement = connection.createStatement()) {
                for (String script : scripts) {
                    statement.executeUpdate(script);
                }
            }
            return true;
        });
    }

    private void write(Database.Work<Boolean> work) throws StoreException {
        try (Database database = Database.open(file(), SessionSchema.SCHEMA, CLOCK)) {
            database.write(work);
        }
    }

    private static Bucket bucket(int index, Random random) {
        if (random.nextInt(20) == 0) {
            return new Bucket(index, Optional.empty());
        }
        double[] shares = random.doubles(LabelSet.EIGHT.size(), 0, 0.125).toArray();
        return new Bucket(
                index,
                Optional.of(new BucketMood(12 + random.nextInt(12), 2, new int[] {7, 3, 1, 1})));
    }

    @TearDown(Level.Trial)
    public void remove() throws IOException {
        System.out.printf("The file has %d KiB.%n", Files.size(file()) / 1024);
        store.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path one : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }

    @Benchmark
    public List<SessionOverview> sessions() throws StoreException {
        return store.sessions();
    }

    @Benchmark
    public Optional<Timeline> timeline() throws StoreException {
        return store.timeline(one);
    }

    @Benchmark
    public List<Timeline> timelinesOfAClass() throws StoreException {
        return store.timelines("class 0", Instant.EPOCH, CLOCK.instant());
    }

    @Benchmark
    public int opening() throws StoreException {
        try (SqliteSessionStore another = SqliteSessionStore.open(file(), CLOCK)) {
            return another.hashCode();
        }
    }

    @Benchmark
    public void add() throws StoreException {
        store.add(running, new Bucket(next++, Optional.empty()));
    }

    /// A session that does not exist: the deletion is nothing, cleaning the file everything.
    @Benchmark
    public void delete() throws StoreException {
        store.delete(new SessionId(-1));
    }
}
