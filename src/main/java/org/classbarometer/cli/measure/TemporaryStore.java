package org.classbarometer.cli.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.classbarometer.output.Failure;
import org.classbarometer.session.SessionStore;
import org.classbarometer.store.SqliteSessionStore;
import org.classbarometer.text.Text;
import org.classbarometer.text.UserProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A real session store in the system's folder for temporary files, gone when it is closed.
record TemporaryStore(Path folder, SessionStore sessions) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TemporaryStore.class);

    static TemporaryStore open(InstantSource clock) throws UserProblem {
        try {
            Path folder = Files.createTempDirectory("classbarometer");
            return new TemporaryStore(
                    folder, SqliteSessionStore.open(folder.resolve("sessions.db"), clock));
        } catch (IOException unwritable) {
            throw new UserProblem(
                    Text.of(
                            "cli.temporary",
                            System.getProperty("java.io.tmpdir", ""),
                            Failure.reason(unwritable)),
                    unwritable);
        }
    }

    @Override
    public void close() {
        sessions.close();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException left) {
            LOG.warn("Left behind: {}", folder, left);
        }
    }
}
