package org.classbarometer.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.classbarometer.mood.Bucket;
import org.classbarometer.mood.Moods;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every [SessionStore] does.
public abstract class SessionStoreContract {
    private SessionStore store;

    /// An empty store, closed by the test.
    protected abstract SessionStore open() throws StoreException;

    @BeforeEach
    void openStore() throws StoreException {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private static Bucket spoken(int index, double happy) {
        double[] shares = {1 - happy, happy, 0, 0};
        return new Bucket(index, Optional.of(Moods.of(12, 2, shares)));
    }

    private static Bucket suppressed(int index) {
        return new Bucket(index, Optional.empty());
    }

    private SessionId begun(String className) throws StoreException {
        return store.begin(Plans.lesson(className, Plans.MONDAY_NINE));
    }

    private Timeline timeline(SessionId id) throws StoreException {
        return store.timeline(id).orElseThrow();
    }

    @Test
    void a_new_store_has_default_settings_and_no_session() throws Exception {
        assertThat(store.settings()).isEqualTo(StoreSettings.DEFAULT);
        assertThat(store.sessions()).isEmpty();
    }

    @Test
    void settings_come_back_as_saved() throws Exception {
        StoreSettings settings =
                StoreSettings.DEFAULT
                        .withContext(Plans.ZURICH)
                        .withRetention(Duration.ofDays(7))
                        .withHints(true);
        store.save(settings);
        assertThat(store.settings()).isEqualTo(settings);
    }

    @Test
    void a_session_comes_back_with_its_plan_its_consent_and_its_timeline() throws Exception {
        SessionPlan plan = Plans.lesson("7b Chemistry", Plans.MONDAY_NINE);
        SessionId id = store.begin(plan);
        store.add(id, spoken(0, 0.25));
        store.add(id, suppressed(1));
        store.add(id, spoken(4, 0.75));
        store.end(id, Plans.MONDAY_NINE.plusMinutes(45));

        Timeline timeline = timeline(id);
        assertThat(timeline.session().plan()).isEqualTo(plan);
        assertThat(timeline.session().end()).contains(Plans.MONDAY_NINE.plusMinutes(45));
        assertThat(timeline.buckets())
                .usingRecursiveComparison()
                .isEqualTo(List.of(spoken(0, 0.25), suppressed(1), spoken(4, 0.75)));
    }

    @Test
    void a_session_that_runs_has_no_end() throws Exception {
        assertThat(timeline(begun("a")).session().end()).isEmpty();
        assertThat(store.sessions().getFirst().session().end()).isEmpty();
    }

    @Test
    void class_use_in_the_european_union_is_never_begun() throws Exception {
        assertThatThrownBy(() -> store.begin(Plans.lesson("a", Plans.MONDAY_NINE, Plans.BERLIN)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("5(1)(f)");
        assertThat(store.sessions()).isEmpty();
    }

    @Test
    void a_bucket_that_does_not_come_after_the_others_is_refused() throws Exception {
        SessionId id = begun("a");
        store.add(id, spoken(1, 0.5));
        assertThatThrownBy(() -> store.add(id, spoken(1, 0.6))).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store.add(id, spoken(0, 0.6))).isInstanceOf(StoreException.class);
        assertThat(timeline(id).buckets()).hasSize(1);
    }

    @Test
    void an_ended_session_takes_no_more_buckets() throws Exception {
        SessionId id = begun("a");
        store.end(id, Plans.MONDAY_NINE.plusMinutes(1));
        assertThatThrownBy(() -> store.add(id, spoken(0, 0.5))).isInstanceOf(StoreException.class);
    }

    @Test
    void markers_are_set_changed_and_removed_during_and_after_a_session() throws Exception {
        SessionId id = begun("a");
        Marker later = store.mark(id, Duration.ofMinutes(9), "group work begins");
        store.end(id, Plans.MONDAY_NINE.plusMinutes(45));
        Marker earlier = store.mark(id, Duration.ofMinutes(3), "experiment");
        assertThat(timeline(id).markers()).containsExactly(earlier, later);

        Marker moved = new Marker(later.id(), Duration.ofMinutes(1), "a fire alarm");
        store.change(id, moved);
        assertThat(timeline(id).markers()).containsExactly(moved, earlier);

        store.unmark(id, earlier);
        assertThat(timeline(id).markers()).containsExactly(moved);
    }

    @Test
    void sessions_come_newest_first_with_counts_and_sparkline() throws Exception {
        SessionId older = store.begin(Plans.lesson("a", Plans.MONDAY_NINE.minusDays(1)));
        store.add(older, spoken(0, 0.2));
        store.add(older, suppressed(1));
        SessionId newer = begun("b");
        store.end(older, Plans.MONDAY_NINE.minusDays(1).plusMinutes(1));

        List<SessionOverview> sessions = store.sessions();
        assertThat(sessions).extracting(one -> one.session().id()).containsExactly(newer, older);
        assertThat(sessions.get(1).buckets()).isEqualTo(2);
        assertThat(sessions.get(1).suppressed()).isEqualTo(1);
        assertThat(sessions.get(1).sparkline().points()).hasSize(1);
        assertThat(sessions.get(1).sparkline().points().getFirst().position()).isEqualTo(0.25);
        assertThat(sessions.get(1).sparkline().points().getFirst().shares())
                .containsExactly(0.8, 0.2, 0, 0);
        assertThat(sessions.get(0).sparkline().points()).isEmpty();
    }

    @Test
    void a_long_session_has_a_short_sparkline() throws Exception {
        SessionId id = begun("a");
        for (int i : IntStream.range(0, 600).toArray()) {
            store.add(id, spoken(i, i < 300 ? 0 : 1));
        }
        SessionOverview running = store.sessions().getFirst();
        store.end(id, Plans.MONDAY_NINE.plusMinutes(50));
        SessionOverview ended = store.sessions().getFirst();

        assertThat(running.buckets()).isEqualTo(600);
        assertThat(ended.sparkline().points())
                .hasSize(SessionLine.POINTS)
                .allSatisfy(point ->
                        assertThat(point.shares()[1]).isEqualTo(point.position() < 0.5 ? 0 : 1));
    }

    @Test
    void timelines_are_those_of_the_class_in_the_span_oldest_first() throws Exception {
        SessionId second = begun("a");
        SessionId first = store.begin(Plans.lesson("a", Plans.MONDAY_NINE.minusDays(7)));
        begun("b");
        SessionId tooLate = store.begin(Plans.lesson("a", Plans.MONDAY_NINE.plusDays(1)));
        store.add(first, spoken(0, 0.2));

        Instant end = Plans.MONDAY_NINE.plusDays(1).toInstant();
        List<Timeline> timelines = store.timelines("a", Instant.EPOCH, end);
        assertThat(timelines).extracting(one -> one.session().id()).containsExactly(first, second);
        assertThat(timelines.getFirst().buckets()).hasSize(1);
        assertThat(store.timelines("a", Instant.MIN, Instant.MAX))
                .extracting(one -> one.session().id())
                .containsExactly(first, second, tooLate);
    }

    @Test
    void a_deleted_session_is_gone_with_all_that_belongs_to_it() throws Exception {
        SessionId gone = begun("a");
        store.add(gone, spoken(0, 0.5));
        store.mark(gone, Duration.ZERO, "note");
        SessionId kept = begun("b");
        store.delete(gone);
        store.delete(gone);

        assertThat(store.timeline(gone)).isEmpty();
        assertThat(store.sessions()).extracting(one -> one.session().id()).containsExactly(kept);
        assertThatThrownBy(() -> store.add(gone, spoken(1, 0.5)))
                .isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store.mark(gone, Duration.ZERO, "late"))
                .isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store.end(gone, Plans.MONDAY_NINE))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void purging_deletes_what_is_older_than_the_retention_time_a_day_after_that_was_announced()
            throws Exception {
        Instant now = Plans.MONDAY_NINE.toInstant();
        store.save(StoreSettings.DEFAULT.withRetention(Duration.ofDays(30)));
        SessionId old = store.begin(Plans.lesson("a", Plans.MONDAY_NINE.minusDays(31)));
        SessionId recent = store.begin(Plans.lesson("a", Plans.MONDAY_NINE.minusDays(28)));

        assertThat(store.purge(now)).as("nothing was announced").isZero();
        assertThat(store.leaving(now))
                .containsExactly(
                        new Departure(timeline(old).session(), now.plus(Duration.ofHours(24))));
        store.announce(List.of(old), now);
        assertThat(store.purge(now.plus(Duration.ofHours(23)))).isZero();
        assertThat(store.purge(now.plus(Duration.ofHours(24)))).isEqualTo(1);
        assertThat(store.purge(now.plus(Duration.ofHours(24)))).isZero();
        assertThat(store.sessions()).extracting(one -> one.session().id()).containsExactly(recent);
    }

    @Test
    void an_announcement_does_not_hold_when_sessions_are_kept_longer() throws Exception {
        Instant now = Plans.MONDAY_NINE.toInstant();
        SessionId old = store.begin(Plans.lesson("a", Plans.MONDAY_NINE.minusDays(31)));
        store.announce(List.of(old), now);
        store.save(StoreSettings.DEFAULT.withRetention(Duration.ofDays(90)));
        assertThat(store.leaving(now)).isEmpty();

        Instant later = now.plus(Duration.ofDays(80));
        assertThat(store.purge(later)).as("it was announced for another day").isZero();
        assertThat(store.leaving(later)).extracting(one -> one.session().id()).containsExactly(old);
    }

    @Test
    void a_title_is_given_and_taken_away() throws Exception {
        SessionId id = begun("a");
        assertThat(timeline(id).session().title()).isEmpty();
        store.entitle(id, "Fractions");
        assertThat(timeline(id).session().title()).isEqualTo("Fractions");
        assertThat(store.sessions().getFirst().session().title()).isEqualTo("Fractions");
        store.entitle(id, "");
        assertThat(timeline(id).session().title()).isEmpty();
        assertThatThrownBy(() -> store.entitle(new SessionId(99), "x"))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void a_discarded_session_is_nowhere_until_it_is_restored_and_gone_once_it_is_erased()
            throws Exception {
        SessionId id = begun("a");
        SessionId other = begun("b");
        store.discard(List.of(id));
        assertThat(store.sessions()).extracting(one -> one.session().id()).containsExactly(other);
        assertThat(store.timeline(id)).isEmpty();
        assertThat(store.timelines("a", Instant.EPOCH, Instant.MAX)).isEmpty();

        store.restore(List.of(id));
        assertThat(store.timeline(id)).isPresent();
        store.erase(List.of(id));
        assertThat(store.timeline(id)).as("only what is discarded is erased").isPresent();
        store.discard(List.of(id));
        store.erase(List.of(id));
        assertThatThrownBy(() -> store.restore(List.of(id))).isInstanceOf(StoreException.class);
        assertThat(store.sessions()).hasSize(1);
        store.discard(List.of(other));
        store.delete(other);
        assertThatThrownBy(() -> store.restore(List.of(other))).isInstanceOf(StoreException.class);
    }

    @Test
    void deleting_everything_leaves_no_session_no_settings_and_no_id_to_be_taken_again()
            throws Exception {
        store.save(StoreSettings.DEFAULT.withHints(true));
        SessionId before = begun("a");
        Marker marker = store.mark(before, Duration.ZERO, "note");
        store.deleteEverything();

        assertThat(store.sessions()).isEmpty();
        assertThat(store.settings()).isEqualTo(StoreSettings.DEFAULT);
        SessionId after = begun("b");
        assertThat(after.value()).isGreaterThan(before.value());
        assertThat(store.mark(after, Duration.ZERO, "note").id()).isGreaterThan(marker.id());
    }
}
