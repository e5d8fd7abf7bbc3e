package org.classbarometer.ui.recorded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.classbarometer.frame.FrameSource;
import org.classbarometer.frame.FrameSourceException;
import org.classbarometer.frame.FrameSources;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.text.Text;
import org.classbarometer.text.UserProblem;

/// A video file of a lesson.
///
/// @param start when it began, by the file: it was written last when the lesson ended
/// @param length empty where the file does not say
record Recording(SourceChoice.File source, OffsetDateTime start, Optional<Duration> length) {
    /// Looks into a file. Blocks.
    ///
    /// @throws UserProblem when it cannot be played
    static Recording of(Path file, FrameSources sources, Instant now, ZoneId zone)
            throws UserProblem {
        SourceChoice.File choice = new SourceChoice.File(file);
        Optional<Duration> length;
        try (FrameSource source = sources.open(choice)) {
            length =
                    source.lengthNanos().isPresent()
                            ? Optional.of(Duration.ofNanos(source.lengthNanos().getAsLong()))
                            : Optional.empty();
        } catch (FrameSourceException unusable) {
            throw new UserProblem(unusable.getMessage(), unusable);
        }
        try {
            Instant written = Files.getLastModifiedTime(file).toInstant();
            Instant began = written.minus(length.orElse(Duration.ZERO));
            // A file from the future does not make a lesson there.
            Instant start = began.isAfter(now) ? now : began;
            return new Recording(choice, start.atZone(zone).toOffsetDateTime(), length);
        } catch (IOException unreadable) {
            throw new UserProblem(
                    Text.of("record.recorded.unreadable", file.toString()), unreadable);
        }
    }
}
