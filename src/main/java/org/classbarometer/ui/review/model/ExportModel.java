package org.classbarometer.ui.review.model;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.classbarometer.report.ExportFormat;
import org.classbarometer.report.ExportOptions;
import org.classbarometer.report.SessionExport;
import org.classbarometer.session.Session;
import org.classbarometer.session.SessionOverview;
import org.classbarometer.session.SessionStore;
import org.classbarometer.text.Text;
import org.classbarometer.ui.dialog.Folders;
import org.classbarometer.ui.task.Notice;

/// Exports sessions into a folder of their own. JavaFX thread.
public final class ExportModel {
    // Not in a file name on one system or another.
    private static final String UNFIT = "[\\p{Cntrl}/\\\\:*?\"<>|]";

    private final SessionStore store;
    private final ReviewTasks tasks;
    private final Executor screen;
    private Set<ExportFormat> formats = EnumSet.allOf(ExportFormat.class);

    ExportModel(SessionStore store, ReviewTasks tasks, Executor screen) {
        this.store = store;
        this.tasks = tasks;
        this.screen = screen;
    }

    /// Chosen last.
    public Set<ExportFormat> formats() {
        return formats;
    }

    /// Exports into a new folder, named after class and date.
    ///
    /// @param which at least one
    /// @param as at least one
    /// @param parent where the folder is made
    public void export(List<SessionOverview> which, Set<ExportFormat> as, Path parent) {
        formats = Set.copyOf(as);
        List<Session> wanted = which.stream().map(SessionOverview::session).toList();
        Path folder = free(parent, name(wanted));
        ExportOptions options = ExportOptions.of(as).withByteOrderMark(true);
        tasks.showNotice(Notice.done(Text.of("review.exporting", 0, wanted.size())));
        tasks.run(
                () ->
                        new SessionExport(store::timeline, options)
                                .write(
                                        wanted,
                                        folder,
                                        (done, all) ->
                                                screen.execute(() ->
                                                        tasks.showNotice(
                                                                Notice.done(
                                                                        Text.of(
                                                                                "review.exporting",
                                                                                done,
                                                                                all))))),
                files ->
                        tasks.showNotice(
                                Notice.done(
                                        Text.of(
                                                "review.exported",
                                                wanted.size(),
                                                files.size(),
                                                folder),
                                        new Notice.Action(
                                                Text.of("review.export.open"),
                                                () -> open(folder)))));
    }

    private void open(Path folder) {
        tasks.run(() -> Folders.open(folder), _ -> {});
    }

    /// `ClassBarometer 7b 2026-11-20`; of several classes without one, of several days with both ends.
    public static String name(List<Session> sessions) {
        List<String> classes =
                sessions.stream().map(session -> session.plan().className()).distinct().toList();
        List<LocalDate> days =
                sessions.stream()
                        .map(session -> session.plan().start().toLocalDate())
                        .sorted(Comparator.naturalOrder())
                        .toList();
        String name = classes.size() == 1 ? classes.getFirst().replaceAll(UNFIT, "_") + " " : "";
        String span =
                days.getFirst().equals(days.getLast())
                        ? days.getFirst().toString()
                        : days.getFirst() + " " + days.getLast();
        return "ClassBarometer " + name + span;
    }

    // Nothing that is there is replaced.
    private static Path free(Path parent, String name) {
        Path folder = parent.resolve(name);
        for (int i = 2; Files.exists(folder, LinkOption.NOFOLLOW_LINKS); i++) {
            folder = parent.resolve(name + " (" + i + ")");
        }
        return folder;
    }
}
