package org.classbarometer.ui.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.classbarometer.cli.SimulatedClassroom;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.face.Masks;
import org.classbarometer.frame.FrameSourceException;
import org.classbarometer.session.Consent;
import org.classbarometer.session.MemorySessionStore;
import org.classbarometer.session.Place;
import org.classbarometer.session.Purpose;
import org.classbarometer.session.Session;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.SessionOverview;
import org.classbarometer.session.StoreException;
import org.classbarometer.session.StoreSettings;
import org.classbarometer.session.UseContext;
import org.classbarometer.ui.storing.StoreChoices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedLessonsTest {
    private static final int PATIENCE_SECONDS = 120;
    private static final Instant WRITTEN = Instant.parse("2026-11-20T09:30:00Z");
    private static final Consent CONSENT =
            new Consent(OffsetDateTime.parse("2026-11-22T08:00:00Z"), "teacher", 20, "1", "en");

    @TempDir Path folder;
    private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);
    private MemorySessionStore store = new MemorySessionStore();
    private final List<RecordedLessons.Progress> heard = new ArrayList<>();

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    @AfterEach
    void asBefore() {
        Locale.setDefault(Locale.Category.DISPLAY, before);
    }

    private StoreChoices choices =
            new StoreChoices(
                    Optional.of(store),
                    StoreSettings.DEFAULT,
                    Runnable::run,
                    Runnable::run,
                    _ -> {});

    private RecordedLessons lessons(SimulatedClassroom room, String country) throws Exception {
        StoreSettings settings =
                StoreSettings.DEFAULT.withContext(
                        new UseContext(new Place(country), Purpose.CLASS));
        store.save(settings);
        choices =
                new StoreChoices(
                        Optional.of(store), settings, Runnable::run, Runnable::run, _ -> {});
        RecordedLessons lessons =
                new RecordedLessons(
                        choices,
                        room.sources,
                        () ->
                                new RecordedLessons.Reading(
                                        LabelSet.FOUR,
                                        room::open,
                                        _ -> Masks.NONE,
                                        Path.of("any.onnx")),
                        Runnable::run,
                        Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC));
        lessons.progress().subscribe(now -> now.ifPresent(heard::add));
        return lessons;
    }

    private Path video(String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name), name);
        Files.setLastModifiedTime(file, FileTime.from(WRITTEN));
        return file;
    }

    private static void await(RecordedLessons lessons) throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        lessons.notice().subscribe(now -> now.ifPresent(_ -> over.countDown()));
        assertThat(over.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void recordings_become_lessons_one_after_the_other() throws Exception {
        SimulatedClassroom room = new SimulatedClassroom(folder);
        room.frames = 300;
        RecordedLessons lessons = lessons(room, "CH");
        lessons.start(List.of(video("fractions.mp4"), video("geometry.mp4")), "7b", CONSENT);
        await(lessons);

        assertThat(lessons.notice().get().orElseThrow().text()).startsWith("2 recordings");
        assertThat(store.sessions())
                .extracting(one -> one.session().title())
                .containsExactlyInAnyOrder("fractions", "geometry");
        Session session = store.sessions().getFirst().session();
        assertThat(session.plan().className()).isEqualTo("7b");
        assertThat(session.plan().consent()).isEqualTo(CONSENT);
        assertThat(session.plan().start().toInstant())
                .as("it ended when its file was written")
                .isEqualTo(WRITTEN.minusSeconds(30));
        assertThat(session.length()).contains(Duration.ofSeconds(30));
        assertThat(store.sessions()).allMatch(one -> one.buckets() == 6);
        assertThat(heard).extracting(RecordedLessons.Progress::all).containsOnly(2);
        assertThat(lessons.stored().get()).isEqualTo(2);
        assertThat(lessons.progress().get()).isEmpty();
    }

    @Test
    void of_a_recording_that_is_given_up_nothing_stays() throws Exception {
        SimulatedClassroom room = new SimulatedClassroom(folder);
        room.frames = Integer.MAX_VALUE;
        RecordedLessons lessons = lessons(room, "CH");
        lessons.start(List.of(video("endless.mp4"), video("second.mp4")), "7b", CONSENT);
        while (store.sessions().stream().noneMatch(one -> one.buckets() > 1)) {
            Thread.onSpinWait();
        }
        lessons.cancel();
        await(lessons);

        assertThat(store.sessions()).isEmpty();
        assertThat(lessons.notice().get().orElseThrow().text()).startsWith("Cancelled");
        assertThat(heard.getFirst().share()).as("before anything is known").isEmpty();
    }

    @Test
    void closing_the_window_gives_up_what_is_analysed() throws Exception {
        SimulatedClassroom room = new SimulatedClassroom(folder);
        room.frames = Integer.MAX_VALUE;
        RecordedLessons lessons = lessons(room, "CH");
        lessons.start(List.of(video("endless.mp4")), "7b", CONSENT);
        while (store.sessions().isEmpty()) {
            Thread.onSpinWait();
        }
        lessons.close();
        assertThat(store.sessions()).isEmpty();
    }

    @Test
    void a_recording_that_cannot_be_played_is_told_and_what_was_stored_before_stays()
            throws Exception {
        SimulatedClassroom room = new SimulatedClassroom(folder);
        var whole = room.sources;
        room.sources =
                choice -> {
                    if (choice.name().contains("broken")) {
                        throw new FrameSourceException(
                                "It is no video.", FrameSourceException.Outlook.HOPELESS, null);
                    }
                    return whole.open(choice);
                };
        RecordedLessons lessons = lessons(room, "CH");
        lessons.start(List.of(video("good.mp4"), video("broken.mp4")), "7b", CONSENT);
        await(lessons);

        assertThat(lessons.notice().get().orElseThrow().problem()).isTrue();
        assertThat(lessons.notice().get().orElseThrow().text())
                .contains("broken.mp4", "It is no video.", "One recording is stored");
        assertThat(store.sessions()).extracting(SessionOverview::session).hasSize(1);
    }

    @Test
    void a_lesson_stays_when_only_its_title_cannot_be_stored() throws Exception {
        store =
                new MemorySessionStore() {
                    @Override
                    public synchronized void entitle(SessionId session, String title)
                            throws StoreException {
                        throw new StoreException("Another program holds the file.");
                    }
                };
        SimulatedClassroom room = new SimulatedClassroom(folder);
        RecordedLessons lessons = lessons(room, "CH");
        lessons.start(List.of(video("fractions.mp4")), "7b", CONSENT);
        await(lessons);

        assertThat(lessons.notice().get().orElseThrow().problem()).isFalse();
        assertThat(store.sessions()).hasSize(1);
    }

    @Test
    void what_could_neither_be_stored_nor_taken_away_is_told() throws Exception {
        store =
                new MemorySessionStore() {
                    @Override
                    public synchronized void end(SessionId session, OffsetDateTime at)
                            throws StoreException {
                        throw new StoreException("Another program holds the file.");
                    }

                    @Override
                    public synchronized void delete(SessionId session) throws StoreException {
                        throw new StoreException("Another program holds it still.");
                    }
                };
        RecordedLessons lessons = lessons(new SimulatedClassroom(folder), "CH");
        lessons.start(List.of(video("a.mp4")), "7b", CONSENT);
        await(lessons);

        assertThat(lessons.notice().get().orElseThrow().text())
                .contains("a.mp4", "could not be deleted", "holds it still", "review");
    }

    @Test
    void an_analysis_that_breaks_ends_and_leaves_nothing() throws Exception {
        store =
                new MemorySessionStore() {
                    @Override
                    public synchronized void end(SessionId session, OffsetDateTime at) {
                        throw new IllegalStateException("a disk of cheese");
                    }
                };
        RecordedLessons lessons = lessons(new SimulatedClassroom(folder), "CH");
        lessons.start(List.of(video("a.mp4")), "7b", CONSENT);
        await(lessons);

        assertThat(lessons.progress().get()).as("another can be begun").isEmpty();
        assertThat(lessons.notice().get().orElseThrow().text()).contains("a disk of cheese");
        assertThat(store.sessions()).isEmpty();
    }

    @Test
    void recordings_that_wait_are_not_analysed_once_storing_is_forbidden() throws Exception {
        store =
                new MemorySessionStore() {
                    @Override
                    public synchronized void end(SessionId session, OffsetDateTime at)
                            throws StoreException {
                        super.end(session, at);
                        save(
                                settings()
                                        .withContext(
                                                new UseContext(new Place("DE"), Purpose.CLASS)));
                    }
                };
        RecordedLessons lessons = lessons(new SimulatedClassroom(folder), "CH");
        lessons.start(List.of(video("a.mp4"), video("b.mp4")), "7b", CONSENT);
        await(lessons);

        assertThat(lessons.notice().get().orElseThrow().text()).contains("b.mp4", "5(1)(f)");
        assertThat(store.sessions()).hasSize(1);
    }

    @Test
    void where_the_law_forbids_storing_nothing_is_analysed() throws Exception {
        RecordedLessons lessons = lessons(new SimulatedClassroom(folder), "DE");
        assertThat(lessons.refusal().orElseThrow()).contains("5(1)(f)");
        lessons.start(List.of(video("a.mp4")), "7b", CONSENT);
        assertThat(lessons.progress().get()).isEmpty();
        assertThat(store.sessions()).isEmpty();
    }

    @Test
    void a_recording_that_is_analysed_is_given_up_when_the_place_forbids_to_store_it()
            throws Exception {
        SimulatedClassroom room = new SimulatedClassroom(folder);
        room.frames = Integer.MAX_VALUE;
        RecordedLessons lessons = lessons(room, "CH");
        lessons.start(List.of(video("endless.mp4"), video("second.mp4")), "7b", CONSENT);
        while (store.sessions().stream().noneMatch(one -> one.buckets() > 1)) {
            Thread.onSpinWait();
        }
        choices.change(
                settings -> settings.withContext(new UseContext(new Place("DE"), Purpose.CLASS)));
        await(lessons);

        assertThat(store.sessions()).isEmpty();
        assertThat(lessons.notice().get().orElseThrow().text())
                .contains("5(1)(f)", "No recording is stored, of 2");
    }
}
