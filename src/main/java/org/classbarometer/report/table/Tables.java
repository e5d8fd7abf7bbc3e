package org.classbarometer.report.table;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.mood.Bucket;
import org.classbarometer.mood.BucketMood;
import org.classbarometer.mood.SpanMood;
import org.classbarometer.session.Consent;
import org.classbarometer.session.Marker;
import org.classbarometer.session.Session;
import org.classbarometer.session.SessionPlan;
import org.classbarometer.session.Timeline;

/// The columns of the three tables, for the labels of the sessions that are exported together.
final class Tables {
    /// Raised when a column changes its meaning or goes away; new columns at the end do not raise it.
    static final String SCHEMA = "2";

    /// A session with the mood of all of it.
    record SessionRow(Timeline timeline, SpanMood mood) {
        Session session() {
            return timeline.session();
        }

        SessionPlan plan() {
            return session().plan();
        }
    }

    /// A bucket of a session.
    record BucketRow(Session session, Bucket bucket) {}

    /// A marker of a session.
    record MarkerRow(Session session, Marker marker) {}

    private static final String TEXT = "text";
    private static final String TIME = "ISO 8601";
    private static final String SECONDS = "s";
    private static final String COUNT = "1";
    private static final String FACES = "faces";
    private static final String FROM_0 = "0..";
    private static final String FROM_1 = "1..";

    private final List<Column<SessionRow>> sessions;
    private final List<Column<BucketRow>> buckets;
    private final List<Column<MarkerRow>> markers;

    Tables(List<Session> exported) {
        List<String> labels = labels(exported);
        sessions = List.copyOf(sessions(labels));
        buckets = List.copyOf(buckets(labels));
        markers = markerColumns();
    }

    private static List<Column<SessionRow>> sessions(List<String> labels) {
        List<Column<SessionRow>> sessions = new ArrayList<>();
        sessions.add(Column.of("schema_version", TEXT, SCHEMA, _ -> SCHEMA));
        sessions.add(Column.of("session", COUNT, FROM_1, row -> row.session().id().toString()));
        sessions.add(Column.of("class", TEXT, "", row -> Cells.text(row.plan().className())));
        sessions.add(
                Column.of(
                        "place",
                        TEXT,
                        "ISO 3166-1 alpha-2",
                        row -> row.plan().context().place().country()));
        sessions.add(
                Column.of(
                        "purpose",
                        TEXT,
                        "class, self-check",
                        row -> row.plan().context().purpose().word()));
        sessions.add(Column.of("start", TIME, "", row -> Cells.time(row.plan().start())));
        sessions.add(
                Column.of("end", TIME, "", row -> row.session().end().map(Cells::time).orElse("")));
        sessions.add(
                Column.of(
                        "length_seconds",
                        SECONDS,
                        FROM_0,
                        row -> Long.toString(row.timeline().length().toSeconds())));
        sessions.add(Column.of("bucket_seconds", SECONDS, "", row -> seconds(row.plan().bucket())));
        sessions.add(Column.of("k", FACES, FROM_1, row -> Integer.toString(row.plan().k())));
        sessions.add(
                Column.of("label_set", TEXT, "", row -> Cells.text(row.plan().labels().name())));
        sessions.add(Column.of("model", TEXT, "", row -> Cells.text(row.plan().model())));
        sessions.add(
                Column.of(
                        "buckets",
                        COUNT,
                        FROM_0,
                        row -> Integer.toString(row.timeline().buckets().size())));
        sessions.add(
                Column.of(
                        "buckets_suppressed",
                        COUNT,
                        FROM_0,
                        row -> Integer.toString(row.mood().suppressed())));
        sessions.add(mean("mean_people", SpanMood::read));
        sessions.add(mean("mean_uncertain", mood -> mood.readings() - mood.read()));
        addLabels(
                sessions,
                "mean_share",
                labels,
                Tables::labels,
                row -> known(row, SpanMood::shares));
        sessions.add(
                Column.of(
                        "markers",
                        COUNT,
                        FROM_0,
                        row -> Integer.toString(row.timeline().markers().size())));
        sessions.add(consent("consent_time", TIME, "", agreed -> Cells.time(agreed.at())));
        sessions.add(consent("consent_role", TEXT, "", agreed -> Cells.text(agreed.role())));
        sessions.add(
                consent(
                        "consent_opted_in",
                        "people",
                        FROM_1,
                        agreed -> Integer.toString(agreed.optedIn())));
        sessions.add(
                consent(
                        "consent_statement_version",
                        TEXT,
                        "",
                        agreed -> Cells.text(agreed.statementVersion())));
        sessions.add(
                consent(
                        "consent_statement_language",
                        TEXT,
                        "ISO 639",
                        agreed -> Cells.text(agreed.statementLanguage())));
        sessions.add(Column.of("title", TEXT, "", row -> Cells.text(row.session().title())));

        return sessions;
    }

    private static List<Column<BucketRow>> buckets(List<String> labels) {
        List<Column<BucketRow>> buckets = new ArrayList<>();
        buckets.add(Column.of("schema_version", TEXT, SCHEMA, _ -> SCHEMA));
        buckets.add(Column.of("session", COUNT, FROM_1, row -> row.session().id().toString()));
        buckets.add(
                Column.of("bucket", COUNT, FROM_0, row -> Integer.toString(row.bucket().index())));
        buckets.add(
                Column.of("time", TIME, "", row -> Cells.time(begin(row.session(), row.bucket()))));
        buckets.add(
                Column.of(
                        "seconds",
                        SECONDS,
                        FROM_0,
                        row -> seconds(since(row.session(), row.bucket()))));
        buckets.add(
                Column.of(
                        "suppressed",
                        TEXT,
                        "yes, no",
                        row -> Cells.flag(row.bucket().mood().isEmpty())));
        buckets.add(published("people", mood -> Integer.toString(mood.people())));
        buckets.add(published("uncertain", mood -> Integer.toString(mood.uncertain())));
        addLabels(
                buckets,
                "share",
                labels,
                Tables::labels,
                row -> row.bucket().mood().map(BucketMood::shares).orElse(NOTHING));

        return buckets;
    }

    private static List<Column<MarkerRow>> markerColumns() {
        return List.of(
                Column.of("schema_version", TEXT, SCHEMA, _ -> SCHEMA),
                Column.of("session", COUNT, FROM_1, row -> row.session().id().toString()),
                Column.of("marker", COUNT, FROM_1, row -> Long.toString(row.marker().id())),
                Column.of(
                        "time",
                        TIME,
                        "",
                        row -> Cells.time(row.session().plan().start().plus(row.marker().at()))),
                Column.of("seconds", SECONDS, FROM_0, row -> seconds(row.marker().at())),
                Column.of("note", TEXT, "", row -> Cells.text(row.marker().note())));
    }

    private static final double[] NOTHING = {};

    List<Column<SessionRow>> sessions() {
        return sessions;
    }

    List<Column<BucketRow>> buckets() {
        return buckets;
    }

    List<Column<MarkerRow>> markers() {
        return markers;
    }

    /// The labels of all sessions in the order of [LabelSet#KNOWN], then those it does not know.
    private static List<String> labels(List<Session> exported) {
        Set<String> labels = new LinkedHashSet<>();
        exported.forEach(session -> labels.addAll(session.plan().labels().labels()));
        // A stable sort: unknown labels stay in the order in which they came.
        return labels.stream()
                .sorted(
                        Comparator.comparingInt(label -> {
                            int known = LabelSet.KNOWN.indexOf(label);
                            return known < 0 ? Integer.MAX_VALUE : known;
                        }))
                .toList();
    }

    private static LabelSet labels(SessionRow row) {
        return row.plan().labels();
    }

    private static LabelSet labels(BucketRow row) {
        return row.session().plan().labels();
    }

    private static <R> void addLabels(
            List<Column<R>> columns,
            String prefix,
            List<String> labels,
            Function<R, LabelSet> set,
            Function<R, double[]> values) {
        for (String label : labels) {
            columns.add(
                    Column.ofLabel(
                            prefix,
                            label,
                            row -> {
                                // A session whose label set lacks the label says nothing of it.
                                int at = set.apply(row).labels().indexOf(label);
                                double[] all = values.apply(row);
                                return at < 0 || all.length == 0 ? "" : Cells.number(all[at], 3);
                            }));
        }
    }

    private static Column<SessionRow> mean(String name, ToDoubleFunction<SpanMood> of) {
        return Column.of(
                name,
                FACES,
                FROM_0,
                row -> row.mood().isKnown() ? Cells.number(of.applyAsDouble(row.mood()), 1) : "");
    }

    private static double[] known(SessionRow row, Function<SpanMood, double[]> of) {
        return row.mood().isKnown() ? of.apply(row.mood()) : NOTHING;
    }

    private static Column<SessionRow> consent(
            String name, String unit, String range, Function<Consent, String> of) {
        return Column.of(name, unit, range, row -> of.apply(row.plan().consent()));
    }

    private static Column<BucketRow> published(String name, Function<BucketMood, String> of) {
        return Column.of(name, FACES, FROM_0, row -> row.bucket().mood().map(of).orElse(""));
    }

    private static Duration since(Session session, Bucket bucket) {
        return session.plan().bucket().multipliedBy(bucket.index());
    }

    private static OffsetDateTime begin(Session session, Bucket bucket) {
        return session.plan().start().plus(since(session, bucket));
    }

    /// Whole seconds without a point, others to the millisecond.
    private static String seconds(Duration span) {
        return span.toMillisPart() == 0
                ? Long.toString(span.toSeconds())
                : Cells.number(span.toMillis() / 1000.0, 3);
    }
}
