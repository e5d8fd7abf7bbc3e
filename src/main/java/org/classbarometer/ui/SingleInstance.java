package org.classbarometer.ui;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.classbarometer.output.Failure;
import org.classbarometer.text.Text;
import org.classbarometer.text.UserProblem;

/// Keeps a second window of the same user away: an operating system lock on a file in the user's
/// data folder, which ends with the process however it ends.
record SingleInstance(FileChannel channel) implements AutoCloseable {
    /// @return empty when ClassBarometer runs already
    /// @throws UserProblem when the folder cannot be written to
    static Optional<SingleInstance> take(Path userData) throws UserProblem {
        Path file = userData.resolve("running.lock");
        try {
            Files.createDirectories(userData);
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel)) {
                return Optional.of(new SingleInstance(channel));
            }
            channel.close();
            return Optional.empty();
        } catch (IOException failed) {
            throw new UserProblem(
                    Text.of("ui.start.folder", userData, Failure.reason(failed)), failed);
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException _) {
            // The lock ends with the process at the latest.
        }
    }
}
