package org.classbarometer.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.classbarometer.frame.ChildJvm;
import org.classbarometer.mood.Bucket;
import org.classbarometer.session.RecordMain;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.SessionOverview;
import org.classbarometer.session.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` at random moments, also while the file is made and opened.
@Timeout(900)
class KillTest {
    private static final int KILLS = 60;
    private static final int FRESH_EVERY = 10;

    @TempDir Path folder;
    private final Random random = new Random(4);

    @Test
    void a_killed_program_loses_at_most_the_open_bucket_and_opens_clean() throws Exception {
        int stored = 0;
        for (int round = 0; round < KILLS; round++) {
            Path file = folder.resolve("%d/sessions.db".formatted(round / FRESH_EVERY));
            List<String> said = recordAndKill(file, round);
            try (SqliteSessionStore store = SqliteSessionStore.open(file, InstantSource.system())) {
                assertThat(store.notice()).as("moved aside").isEmpty();
                List<SessionOverview> sessions = store.sessions();
                long last = last(said, "begun ");
                if (last >= 0) {
                    stored += check(store.timeline(new SessionId(last)).orElseThrow(), said);
                }
                for (SessionOverview one : sessions) {
                    Timeline timeline = store.timeline(one.session().id()).orElseThrow();
                    assertThat(timeline.buckets())
                            .extracting(Bucket::index)
                            .containsExactlyElementsOf(
                                    IntStream.range(0, one.buckets()).boxed().toList());
                }
            }
        }
        // The kills fell into recording, not only into starting.
        assertThat(stored).isGreaterThan(KILLS);
    }

    private List<String> recordAndKill(Path file, int round) throws Exception {
        try (ChildJvm child =
                new ChildJvm(
                        RecordMain.class,
                        List.of(file.toString(), Integer.toString(round)),
                        Map.of())) {
            // Some die before they say a word, most while they record.
            if (round % FRESH_EVERY != 0) {
                child.await("begun", 0);
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(300));
            child.kill();
            return child.lines();
        }
    }

    /// @return how many buckets are stored
    private static int check(Timeline timeline, List<String> said) {
        assertThat(said).noneMatch(line -> line.startsWith("FAILED"));
        long confirmed = 1 + last(said, "stored ");
        long closed = 1 + last(said, "closed ");
        int stored = timeline.buckets().size();
        assertThat((long) stored)
                .as("what was confirmed is there, and of what was closed all but the last")
                .isGreaterThanOrEqualTo(Math.max(confirmed, closed - 1))
                .as("nothing is stored before it is closed")
                .isLessThanOrEqualTo(closed);
        return stored;
    }

    private static long last(List<String> said, String word) {
        return said.stream()
                .filter(line -> line.matches(word + "\\d+"))
                .mapToLong(line -> Long.parseLong(line.substring(word.length())))
                .max()
                .orElse(-1);
    }
}
