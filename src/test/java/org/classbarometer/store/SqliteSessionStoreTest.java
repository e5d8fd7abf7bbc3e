package org.classbarometer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.classbarometer.mood.Bucket;
import org.classbarometer.session.Plans;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.SessionStore;
import org.classbarometer.session.SessionStoreContract;
import org.classbarometer.session.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteSessionStoreTest extends SessionStoreContract {
    @TempDir Path folder;

    @Override
    protected SessionStore open() throws StoreException {
        return SqliteSessionStore.open(
                folder.resolve("data/sessions.db"),
                InstantSource.fixed(Plans.MONDAY_NINE.toInstant()));
    }

    @Test
    void after_everything_was_deleted_another_process_finds_its_session_gone_and_no_other()
            throws Exception {
        try (SessionStore one = open();
                SessionStore other = open()) {
            SessionId before = one.begin(Plans.lesson("7b", Plans.MONDAY_NINE));
            other.deleteEverything();
            SessionId after = other.begin(Plans.lesson("9c", Plans.MONDAY_NINE));

            assertThat(after.value()).isGreaterThan(before.value());
            assertThatThrownBy(() -> one.add(before, new Bucket(0, Optional.empty())))
                    .isInstanceOf(StoreException.class);
            assertThatThrownBy(() -> one.mark(before, Duration.ZERO, "note"))
                    .isInstanceOf(StoreException.class);
            assertThat(other.timeline(after).orElseThrow().buckets()).isEmpty();
        }
    }

    @Test
    void no_id_comes_again_in_a_new_process_after_everything_was_deleted() throws Exception {
        SessionId before;
        try (SessionStore store = open()) {
            before = store.begin(Plans.lesson("7b", Plans.MONDAY_NINE));
            store.deleteEverything();
        }
        try (SessionStore store = open()) {
            assertThat(store.begin(Plans.lesson("9c", Plans.MONDAY_NINE)).value())
                    .isGreaterThan(before.value());
        }
    }

    @Test
    void one_unreadable_row_does_not_hide_the_others() throws Exception {
        try (SessionStore store = open()) {
            SessionId sound = store.begin(Plans.lesson("7b", Plans.MONDAY_NINE));
            SessionId broken = store.begin(Plans.lesson("9c", Plans.MONDAY_NINE));
            try (Connection connection =
                            DriverManager.getConnection(
                                    "jdbc:sqlite:" + folder.resolve("data/sessions.db"));
                    Statement change = connection.createStatement()) {
                change.execute("UPDATE sessions SET start = 'soon' WHERE id = " + broken);
            }

            assertThat(store.sessions())
                    .extracting(one -> one.session().id())
                    .containsExactly(sound);
            store.delete(broken);
        }
    }

    @Test
    void what_is_asked_for_is_done_in_that_order() throws Exception {
        try (SessionStore store = open()) {
            SessionId id = store.begin(Plans.lesson("7b", Plans.MONDAY_NINE));
            List<StoreException> problems = new CopyOnWriteArrayList<>();
            for (int i = 0; i < 50; i++) {
                Bucket next = new Bucket(i, Optional.empty());
                store.execute(() -> {
                    try {
                        store.add(id, next);
                    } catch (StoreException failed) {
                        problems.add(failed);
                    }
                });
            }
            store.end(id, Plans.MONDAY_NINE.plusHours(1));

            assertThat(problems).isEmpty();
            assertThat(store.sessions().getFirst().buckets()).isEqualTo(50);
        }
    }
}
