package org.classbarometer.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.classbarometer.mood.BucketMood;
import org.classbarometer.session.Plans;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierBucketsTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Plans.MONDAY_NINE.plusHours(1).toInstant());
    // Of 23 certain faces one looks sad.
    private static final byte[] SHARES = {57, 35, 4, 4};
    private static final byte[] PROBABILITIES = {'p', 'r', 'o', 'b'};

    @TempDir Path folder;

    private Path earlier() throws Exception {
        Path file = folder.resolve("sessions.db");
        Schema first =
                new Schema(
                        SessionSchema.SCHEMA.applicationId(),
                        SessionSchema.SCHEMA.migrations().subList(0, 1),
                        Set.of());
        try (Database database = Database.open(file, first, CLOCK)) {
            database.<Boolean>write(connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(
                            """
                            INSERT INTO sessions (id, class_name, country, purpose, start,
                                start_millis, label_set, labels, model, bucket_millis, k)
                            VALUES (1, '7b', 'CH', 'class', '2026-11-23T09:00+01:00', 1795420800000,
                                '4', 'neutral,happiness,surprise,sadness', 'm', 5000, 5)
                            """);
                    statement.execute(
                            """
                            INSERT INTO consents
                            VALUES (1, '2026-11-23T09:00+01:00', 'teacher', 25, '1', 'en')
                            """);
                }
                try (PreparedStatement row =
                        connection.prepareStatement(
                                "INSERT INTO buckets VALUES (1, ?, ?, ?, ?, ?)")) {
                    for (int i = 0; i < 20; i++) {
                        row.setInt(1, i);
                        row.setObject(2, i == 7 ? null : 25);
                        row.setObject(3, i == 7 ? null : 2);
                        row.setBytes(4, i == 7 ? null : SHARES);
                        row.setBytes(5, i == 7 ? null : PROBABILITIES);
                        row.executeUpdate();
                    }
                }
                return true;
            });
        }
        return file;
    }

    @Test
    void sessions_that_told_more_are_told_by_the_rules_of_now() throws Exception {
        try (SqliteSessionStore store = SqliteSessionStore.open(earlier(), CLOCK)) {
            Timeline timeline = store.timeline(new SessionId(1)).orElseThrow();

            assertThat(timeline.buckets()).hasSize(20);
            assertThat(timeline.buckets().get(7).mood()).isEmpty();
            List<BucketMood> told =
                    timeline.buckets().stream().flatMap(one -> one.mood().stream()).toList();
            assertThat(told)
                    .hasSize(19)
                    .allSatisfy(mood -> {
                        assertThat(mood.people() % 3).isZero();
                        assertThat(mood.shown()[0]).isBetween(11, 15);
                        assertThat(mood.shown()[3]).as("one face is not told of").isZero();
                    });
            assertThat(store.sessions()).hasSize(1);
        }
    }

    @Test
    void what_they_told_is_gone_from_the_file() throws Exception {
        Path file = earlier();
        assertThat(text(file)).contains("prob");
        SqliteSessionStore.open(file, CLOCK).close();
        assertThat(text(file)).doesNotContain("prob");
    }

    private static String text(Path file) throws Exception {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }
}
