package org.classbarometer.session;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.mood.Bucket;
import org.classbarometer.mood.Mood;
import org.classbarometer.store.SqliteSessionStore;

/// Records a lesson at great speed until it is killed, and says what it began, each bucket when it is
/// closed and handed to the store, and when the store confirmed it. As in a lesson, where five seconds
/// lie between, a bucket is closed only once the one before is stored. Arguments: the database, a seed.
public final class RecordMain {
    private static final AtomicInteger CLOSED = new AtomicInteger();
    private static final Semaphore STORED = new Semaphore(1);

    private RecordMain() {}

    public static void main(String[] arguments) throws Exception {
        Random random = new Random(Long.parseLong(arguments[1]));
        Path file = Path.of(arguments[0]);
        // The killed leave SQLite's library behind: where the test cleans up.
        System.setProperty("org.sqlite.tmpdir", String.valueOf(file.toAbsolutePath().getParent()));
        Files.createDirectories(file.toAbsolutePath().getParent());
        SessionStore store = SqliteSessionStore.open(file, InstantSource.system());
        SessionPlan plan =
                Plans.lesson(
                        "7b",
                        InstantSource.system().instant().atOffset(Plans.MONDAY_NINE.getOffset()));
        Recorder recorder =
                Recorder.begin(
                        saying(store),
                        plan,
                        Recorder.Time.WALL,
                        InstantSource.system(),
                        failed -> say("FAILED " + failed.getMessage()));
        say("begun " + recorder.session());
        long bucket = plan.bucket().toNanos();
        for (int i = 0; true; i++) {
            STORED.acquire();
            int happy = random.nextInt(13);
            double[] probabilities = {0.4, 0.4, 0.1, 0.1};
            recorder.add(
                    i * bucket,
                    new Mood(
                            LabelSet.FOUR,
                            new int[] {12 - happy, happy, 0, 0},
                            probabilities,
                            12,
                            12,
                            0));
            if (i == 0) {
                // The first frame opens a bucket and closes none.
                STORED.release();
            }
            if (random.nextInt(5) == 0) {
                recorder.mark("note " + i);
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(3));
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }

    /// Says each bucket before it is on its way to the disk, and once it is there.
    private static SessionStore saying(SessionStore store) {
        return (SessionStore)
                Proxy.newProxyInstance(
                        RecordMain.class.getClassLoader(),
                        new Class<?>[] {SessionStore.class},
                        (_, method, given) -> {
                            if (method.getName().equals("execute")) {
                                say("closed " + CLOSED.getAndIncrement());
                            }
                            try {
                                Object result = method.invoke(store, given);
                                if (method.getName().equals("add")) {
                                    say("stored " + ((Bucket) given[1]).index());
                                    STORED.release();
                                }
                                return result;
                            } catch (InvocationTargetException failed) {
                                throw failed.getCause();
                            }
                        });
    }
}
