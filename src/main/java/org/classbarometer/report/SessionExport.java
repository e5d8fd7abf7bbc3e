package org.classbarometer.report;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.List;
import java.util.stream.Stream;
import org.classbarometer.output.Failure;
import org.classbarometer.report.format.SessionWriter;
import org.classbarometer.session.Session;
import org.classbarometer.session.StoreException;
import org.classbarometer.session.Timeline;
import org.classbarometer.text.Text;
import org.jspecify.annotations.Nullable;

/// Exports sessions into a folder: the one door for the screens and the command line.
///
/// Sessions are read one at a time, so memory does not grow with their number. All files appear
/// together at the end, or none. Blocks, for seconds where there are many sessions: not for the
/// JavaFX thread. Immutable, thread-safe; an interrupt ends it with an [ExportException].
///
/// @param source `store::timeline`
public record SessionExport(TimelineSource source, ExportOptions options) {
    /// Hears how far an export is.
    @FunctionalInterface
    public interface Progress {
        /// @param done sessions written, from 1 to `all`
        void written(int done, int all);
    }

    /// Writes sessions in the order given.
    ///
    /// @param sessions at least one, as the store lists them
    /// @param folder made where it is missing
    /// @return the files, those for all sessions first
    /// @throws ExportException when a session is gone, a file is there already, or nothing can be
    ///     written there
    public List<Path> write(List<Session> sessions, Path folder, Progress progress)
            throws ExportException, StoreException {
        List<ExportFormat> formats = options.formats();
        List<String> names = formats.stream().flatMap(one -> one.files(sessions).stream()).toList();
        refuseExisting(folder, names);
        try (ExportFolder growing = new ExportFolder(folder)) {
            write(sessions, growing.growing(), formats, List.of(), progress);
            return growing.finish(names, options.replace());
        } catch (FileAlreadyExistsException | NotDirectoryException there) {
            throw Files.isDirectory(folder)
                    ? existing(Path.of(there.getFile()), there)
                    : new ExportException(
                            Text.of("report.export.nofolder", folder.toString()), there);
        } catch (AccessDeniedException | ReadOnlyFileSystemException denied) {
            throw new ExportException(Text.of("report.export.denied", folder.toString()), denied);
        } catch (IOException failed) {
            throw new ExportException(
                    Text.of("report.export.failed", folder.toString(), Failure.reason(failed)),
                    failed);
        }
    }

    // Opens one format after the other, so that all are closed whatever breaks.
    private void write(
            List<Session> sessions,
            Path folder,
            List<ExportFormat> formats,
            List<SessionWriter> open,
            Progress progress)
            throws IOException, ExportException, StoreException {
        if (formats.isEmpty()) {
            writeEach(sessions, open, progress);
            return;
        }
        try (SessionWriter next = formats.getFirst().open(folder, sessions, options)) {
            List<SessionWriter> more = Stream.concat(open.stream(), Stream.of(next)).toList();
            write(sessions, folder, formats.subList(1, formats.size()), more, progress);
        }
    }

    private void writeEach(List<Session> sessions, List<SessionWriter> writers, Progress progress)
            throws IOException, ExportException, StoreException {
        int done = 0;
        for (Session session : sessions) {
            Timeline timeline =
                    source.timeline(session.id())
                            .orElseThrow(() ->
                                    new ExportException(
                                            Text.of("report.export.gone", session.id().toString()),
                                            null));
            for (SessionWriter writer : writers) {
                writer.add(timeline);
            }
            progress.written(++done, sessions.size());
        }
    }

    // Before the work, so that nobody waits for a no.
    private void refuseExisting(Path folder, List<String> names) throws ExportException {
        for (String name : names) {
            Path file = folder.resolve(name);
            if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new ExportException(Text.of("report.export.folder", file.toString()), null);
            }
            if (!options.replace() && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw existing(file, null);
            }
        }
    }

    private static ExportException existing(Path file, @Nullable Throwable cause) {
        return new ExportException(Text.of("report.export.exists", file.toString()), cause);
    }
}
