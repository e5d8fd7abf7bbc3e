package org.classbarometer.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.classbarometer.disclosure.Draws;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.mood.Bucket;
import org.classbarometer.mood.BucketCutter;
import org.classbarometer.mood.Mood;
import org.classbarometer.session.Marker;
import org.classbarometer.session.Session;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.SessionPlan;
import org.classbarometer.session.Timeline;
import org.classbarometer.text.UserProblem;

/// Tries to get suppressed buckets out of an export: from frames through the program's own buckets to
/// the files, as someone with a spreadsheet would.
class SuppressionProperties {
    private static final LabelSet LABELS = LabelSet.TWO;
    private static final int FRAMES = 4;
    private static final int BUCKETS = 30;

    /// A room, frame by frame: how many of its faces were read with certainty as positive, and as
    /// negative.
    private record Room(List<int[]> frames) {
        static Room random(Random random) {
            List<int[]> frames = new ArrayList<>();
            for (int bucket = 0; bucket < BUCKETS; bucket++) {
                boolean few = random.nextInt(3) == 0;
                for (int i = 0; i < FRAMES; i++) {
                    // A frame may have few faces in a bucket that speaks, and many in one that does
                    // not.
                    boolean other = random.nextInt(5) == 0;
                    frames.add(few ^ other ? few(random) : many(random));
                }
            }
            return new Room(frames);
        }

        /// The same where the program may speak, and anything where it may not.
        Room withOtherSecrets(Random random) {
            List<int[]> frames = new ArrayList<>();
            for (int bucket = 0; bucket < BUCKETS; bucket++) {
                List<int[]> own = this.frames.subList(bucket * FRAMES, (bucket + 1) * FRAMES);
                long speaking = own.stream().filter(Room::speaks).count();
                for (int[] frame : own) {
                    frames.add(2 * speaking > FRAMES ? frame : few(random));
                }
            }
            return new Room(frames);
        }

        private static boolean speaks(int[] frame) {
            return frame[0] + frame[1] >= SessionPlan.K;
        }

        private static int[] few(Random random) {
            int faces = random.nextInt(SessionPlan.K);
            int positive = random.nextInt(faces + 1);
            return new int[] {positive, faces - positive};
        }

        private static int[] many(Random random) {
            return new int[] {SessionPlan.K + random.nextInt(9), random.nextInt(12)};
        }

        Timeline timeline() {
            BucketCutter buckets =
                    new BucketCutter(
                            LABELS, SessionPlan.BUCKET, SessionPlan.K, Draws.keyed(new byte[] {1}));
            List<Bucket> told = new ArrayList<>();
            long step = SessionPlan.BUCKET.toNanos() / FRAMES;
            for (int i = 0; i < frames.size(); i++) {
                buckets.add(i * step, mood(frames.get(i))).ifPresent(told::add);
            }
            buckets.closeBefore(Long.MAX_VALUE).ifPresent(told::add);
            Session session =
                    new Session(
                            new SessionId(1),
                            Lessons.plan("7b", LABELS),
                            Optional.of(
                                    Lessons.NINE.plus(SessionPlan.BUCKET.multipliedBy(BUCKETS))));
            return new Timeline(
                    session, told, List.of(new Marker(1, Duration.ofSeconds(42), "here")));
        }

        private static Mood mood(int[] counts) {
            int read = counts[0] + counts[1];
            double positive = read == 0 ? 0 : (double) counts[0] / read;
            double[] probabilities = {positive, read == 0 ? 0 : 1 - positive};
            return new Mood(LABELS, counts, probabilities, read, read, 0);
        }
    }

    private static Map<String, String> export(Timeline timeline) throws IOException, UserProblem {
        Path folder = Files.createTempDirectory("classbarometer-suppression");
        try {
            Map<String, String> contents = new LinkedHashMap<>();
            for (Path file :
                    new SessionExport(
                                    _ -> Optional.of(timeline),
                                    ExportOptions.of(
                                                    EnumSet.of(ExportFormat.CSV, ExportFormat.HTML))
                                            .withLocale(Locale.ENGLISH))
                            .write(List.of(timeline.session()), folder, (_, _) -> {})) {
                contents.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
            return contents;
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /// Whatever was read while fewer than k faces were read, every byte of the export is the same. So
    /// no sum, difference or other use of its numbers, rows against totals or row against row, can
    /// tell it.
    @Property(tries = 60)
    void an_export_does_not_depend_on_what_is_suppressed(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        Room room = Room.random(random);

        Map<String, String> told = export(room.timeline());
        Map<String, String> again = export(room.withOtherSecrets(random).timeline());

        assertThat(told).isNotEmpty().isEqualTo(again);
    }

    /// The classic attack on a table with holes: total times count, less the rows that are shown.
    @Property(tries = 60)
    void totals_less_rows_leave_nothing(@ForAll long seed) throws Exception {
        Timeline timeline = Room.random(new Random(seed)).timeline();
        Map<String, String> files = export(timeline);
        Map<String, String> total = rows(files, "sessions.csv").getFirst();
        List<Map<String, String>> rows = rows(files, "buckets.csv");
        List<Map<String, String>> shown =
                rows.stream().filter(row -> "no".equals(row.get("suppressed"))).toList();

        assertThat(number(total, "buckets")).isEqualTo(rows.size());
        assertThat(number(total, "buckets_suppressed")).isEqualTo(rows.size() - shown.size());
        for (Map.Entry<String, String> pair : means().entrySet()) {
            if (shown.isEmpty()) {
                assertThat(total.get(pair.getKey())).isEmpty();
                continue;
            }
            // Only what rounding left: half of the last place in the total, and what the percents
            // of the rows lack to their sum.
            double place = pair.getKey().equals("mean_people") ? 0.051 : 0.011;
            assertThat(number(total, pair.getKey()))
                    .isCloseTo(weighted(shown, pair.getValue()), within(place));
        }
    }

    /// The mean of a column over the shown rows, by the number of faces that its values are of.
    private static double weighted(List<Map<String, String>> shown, String column) {
        ToDoubleFunction<Map<String, String>> weight =
                row -> column.equals("people") ? 1 : number(row, "people");
        double all = shown.stream().mapToDouble(weight).sum();
        return shown.stream()
                        .mapToDouble(row -> weight.applyAsDouble(row) * number(row, column))
                        .sum()
                / all;
    }

    /// That the attack above is one: against a total over everything it finds what was hidden.
    @Property(tries = 60)
    void the_same_attack_succeeds_on_a_total_over_everything(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        Timeline timeline = Lessons.lesson(1, "7b", LABELS, seed);
        List<Bucket> speaking =
                timeline.buckets().stream().filter(one -> one.mood().isPresent()).toList();
        int hidden = random.nextInt(speaking.size());
        double secret = speaking.get(hidden).mood().orElseThrow().shares()[0];
        List<Bucket> holed = new ArrayList<>(speaking);
        holed.set(hidden, new Bucket(speaking.get(hidden).index(), Optional.empty()));
        Map<String, String> files =
                export(new Timeline(timeline.session(), holed, timeline.markers()));
        List<Map<String, String>> shown =
                rows(files, "buckets.csv").stream()
                        .filter(row -> "no".equals(row.get("suppressed")))
                        .toList();
        double leaky =
                speaking.stream()
                        .mapToDouble(one -> one.mood().orElseThrow().shares()[0])
                        .average()
                        .orElseThrow();

        assertThat(remainder(leaky, speaking.size(), shown, "share_positive"))
                .isCloseTo(secret, within(0.0005 * speaking.size()));
    }

    @Property(tries = 60)
    void a_suppressed_row_has_its_place_in_time_and_nothing_else(@ForAll long seed)
            throws Exception {
        Map<String, String> files = export(Room.random(new Random(seed)).timeline());

        for (Map<String, String> row : rows(files, "buckets.csv")) {
            if ("yes".equals(row.get("suppressed"))) {
                Set<String> filled =
                        row.entrySet().stream()
                                .filter(cell -> !cell.getValue().isEmpty())
                                .map(Map.Entry::getKey)
                                .collect(Collectors.toCollection(TreeSet::new));
                assertThat(filled)
                        .containsExactly(
                                "bucket",
                                "schema_version",
                                "seconds",
                                "session",
                                "suppressed",
                                "time");
            }
        }
    }

    private static Map<String, String> means() {
        Map<String, String> means = new LinkedHashMap<>();
        means.put("mean_people", "people");
        for (String label : LABELS.labels()) {
            means.put("mean_share_" + label, "share_" + label);
        }
        return means;
    }

    private static double remainder(
            double mean, int count, List<Map<String, String>> shown, String column) {
        return mean * count - shown.stream().mapToDouble(row -> number(row, column)).sum();
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.getOrDefault(column, ""));
    }

    private static List<Map<String, String>> rows(Map<String, String> files, String name)
            throws IOException {
        return SpreadsheetReader.rows(files.getOrDefault(name, ""));
    }
}
