package org.classbarometer.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.classbarometer.mood.Bucket;
import org.classbarometer.mood.BucketMood;
import org.classbarometer.session.Plans;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.StoreException;
import org.classbarometer.session.Timeline;

/// Withdraws a session on a small disk that it fills before. Arguments: where the disk is, when to
/// withdraw. Says what it did and what it finds.
final class FullDiskMain {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Plans.MONDAY_NINE.toInstant().plusSeconds(3600));

    private final Path disk;
    private final Path file;

    private FullDiskMain(Path disk) {
        this.disk = disk;
        this.file = disk.resolve("data/sessions.db");
    }

    public static void main(String[] arguments) throws Exception {
        FullDiskMain main = new FullDiskMain(Path.of(arguments[0]));
        switch (arguments[1]) {
            case "while-recording" -> main.whileRecording();
            case "after-restart" -> main.afterRestart();
            case "from-the-list" -> main.fromTheList();
            case "everything" -> main.everything();
            case "after-a-kill" -> main.afterAKill();
            case "held-by-another" -> main.heldByAnother();
            default -> throw new IllegalArgumentException(arguments[1]);
        }
        // The database holds a thread of its own where it was left open.
        Runtime.getRuntime().halt(0);
    }

    private void whileRecording() throws Exception {
        try (SqliteSessionStore store = open()) {
            SessionId lesson = TracesTest.lesson(store, Plans.MONDAY_NINE);
            fill();
            delete(store, lesson);
        }
        check();
    }

    private void afterRestart() throws Exception {
        SessionId lesson;
        try (SqliteSessionStore store = open()) {
            lesson = TracesTest.lesson(store, Plans.MONDAY_NINE);
        }
        fill();
        try (SqliteSessionStore store = open()) {
            delete(store, lesson);
        }
        check();
    }

    // With the time to undo it, for which there is no room.
    private void fromTheList() throws Exception {
        SessionId lesson;
        try (SqliteSessionStore store = open()) {
            lesson = TracesTest.lesson(store, Plans.MONDAY_NINE);
        }
        fill();
        try (SqliteSessionStore store = open()) {
            store.discard(List.of(lesson));
            say("deleted");
            store.erase(List.of(lesson));
            say("traces " + TracesTest.traces(disk));
        }
        check();
    }

    private void everything() throws Exception {
        try (SqliteSessionStore store = open()) {
            TracesTest.lesson(store, Plans.MONDAY_NINE);
            fill();
            store.deleteEverything();
            say("deleted");
            say("traces " + TracesTest.traces(disk));
        }
        check();
    }

    // As a killed program leaves it: much is in the log only, for which the file must grow.
    private void afterAKill() throws Exception {
        Path aside = Files.createDirectories(disk.resolve("aside"));
        SqliteSessionStore killed = open();
        SessionId lesson = TracesTest.lesson(killed, Plans.MONDAY_NINE);
        for (String part : new String[] {"sessions.db", "sessions.db-wal"}) {
            Files.copy(file.resolveSibling(part), aside.resolve(part));
        }
        killed.close();
        for (String part : new String[] {"sessions.db", "sessions.db-wal"}) {
            Files.move(
                    aside.resolve(part),
                    file.resolveSibling(part),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        fill();
        try (SqliteSessionStore store = open()) {
            delete(store, lesson);
        }
        check();
    }

    private void heldByAnother() throws Exception {
        try (SqliteSessionStore store = open()) {
            SessionId lesson = TracesTest.lesson(store, Plans.MONDAY_NINE);
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement read = other.createStatement()) {
                read.executeQuery("SELECT count(*) FROM sessions").next();
                fill();
                delete(store, lesson);
            }
        }
        check();
    }

    private SqliteSessionStore open() throws StoreException {
        return SqliteSessionStore.open(file, CLOCK);
    }

    private void delete(SqliteSessionStore store, SessionId lesson) throws Exception {
        try {
            store.delete(lesson);
            say("deleted");
        } catch (StoreException refused) {
            say("refused " + refused.getMessage());
        }
        say("traces " + TracesTest.traces(disk));
    }

    private void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(disk.resolve("filler"))) {
            byte[] page = new byte[4096];
            while (true) {
                out.write(page);
            }
        } catch (IOException noRoom) {
            say("full");
        }
    }

    /// Whether all that was not withdrawn is there still, and a lesson can be recorded once there is room.
    private void check() throws Exception {
        try (SqliteSessionStore store = open()) {
            say("left " + store.sessions().size());
        }
        Files.delete(disk.resolve("filler"));
        try (SqliteSessionStore store = open()) {
            for (var one : store.sessions()) {
                Timeline whole = store.timeline(one.session().id()).orElseThrow();
                if (whole.buckets().size() != 100 || whole.markers().size() != 10) {
                    say("damaged " + whole);
                    return;
                }
            }
            SessionId next = store.begin(Plans.lesson("the next", Plans.MONDAY_NINE));
            store.add(
                    next,
                    new Bucket(0, Optional.of(new BucketMood(12, 3, new int[] {3, 3, 3, 3}))));
            say(store.notice().isEmpty() ? "sound" : "moved aside");
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
