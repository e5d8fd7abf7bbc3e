package org.classbarometer.report;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.classbarometer.report.sheet.SheetWriter;
import org.classbarometer.report.table.CsvExport;
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
public final class SessionExport {
    private static final List<ExportFormat> SHEETS = List.of(ExportFormat.HTML, ExportFormat.PDF);

    private final TimelineSource source;
    private final ExportOptions options;

    /// Hears how far an export is.
    @FunctionalInterface
    public interface Progress {
        /// @param done sessions written, from 1 to `all`
        void written(int done, int all);
    }

    /// @param source `store::timeline`
    public SessionExport(TimelineSource source, ExportOptions options) {
        this.source = source;
        this.options = options;
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
        List<String> names = names(sessions);
        refuseExisting(folder, names);
        try (ExportFolder growing = new ExportFolder(folder)) {
            if (options.formats().contains(ExportFormat.CSV)) {
                try (CsvExport csv =
                        new CsvExport(
                                growing.growing(),
                                sessions,
                                options.byteOrderMark(),
                                options.locale())) {
                    writeEach(sessions, growing.growing(), Optional.of(csv), progress);
                }
            } else {
                writeEach(sessions, growing.growing(), Optional.empty(), progress);
            }
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
                    Text.of("report.export.failed", folder.toString(), reason(failed)), failed);
        }
    }

    private void writeEach(
            List<Session> sessions, Path folder, Optional<CsvExport> csv, Progress progress)
            throws IOException, ExportException, StoreException {
        SheetWriter sheets = new SheetWriter(options.locale());
        int done = 0;
        for (Session session : sessions) {
            Timeline timeline =
                    source.timeline(session.id())
                            .orElseThrow(() ->
                                    new ExportException(
                                            Text.of("report.export.gone", session.id().toString()),
                                            null));
            if (csv.isPresent()) {
                csv.get().add(timeline);
            }
            if (options.formats().contains(ExportFormat.HTML)) {
                sheets.html(timeline, folder.resolve(name(session, ExportFormat.HTML)));
            }
            if (options.formats().contains(ExportFormat.PDF)) {
                sheets.pdf(timeline, folder.resolve(name(session, ExportFormat.PDF)));
            }
            progress.written(++done, sessions.size());
        }
    }

    private List<String> names(List<Session> sessions) {
        List<String> names = new ArrayList<>();
        if (options.formats().contains(ExportFormat.CSV)) {
            names.addAll(CsvExport.FILES);
        }
        for (Session session : sessions) {
            for (ExportFormat format : SHEETS) {
                if (options.formats().contains(format)) {
                    names.add(name(session, format));
                }
            }
        }
        return names;
    }

    /// `session-12-2026-11-23.pdf`.
    private static String name(Session session, ExportFormat format) {
        return "session-%s-%s.%s"
                .formatted(session.id(), session.plan().start().toLocalDate(), format.word());
    }

    // Before the work, so that nobody waits for a no.
    private void refuseExisting(Path folder, List<String> names) throws ExportException {
        if (options.replace()) {
            return;
        }
        for (String name : names) {
            Path file = folder.resolve(name);
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw existing(file, null);
            }
        }
    }

    private static ExportException existing(Path file, @Nullable Throwable cause) {
        return new ExportException(Text.of("report.export.exists", file.toString()), cause);
    }

    private static String reason(IOException failed) {
        String reason =
                failed instanceof FileSystemException system && system.getReason() != null
                        ? system.getReason()
                        : failed.getMessage();
        return reason == null ? failed.getClass().getSimpleName() : reason;
    }
}
