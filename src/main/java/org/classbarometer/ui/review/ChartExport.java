package org.classbarometer.ui.review;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.classbarometer.report.image.ChartFile;
import org.classbarometer.session.Session;
import org.classbarometer.session.SessionOverview;
import org.classbarometer.text.Text;
import org.classbarometer.ui.dialog.Folders;
import org.classbarometer.ui.lesson.Lesson;
import org.classbarometer.ui.lesson.LessonTexts;
import org.classbarometer.ui.review.chart.ChartPicture;
import org.classbarometer.ui.review.chart.ChartPicture.Gaps;
import org.classbarometer.ui.review.chart.ChartPicture.Titled;
import org.classbarometer.ui.review.model.ExportModel;
import org.classbarometer.ui.review.model.ReviewTasks;
import org.classbarometer.ui.review.model.ReviewViewModel;
import org.classbarometer.ui.task.Notice;

/// The charts of the panel that is shown, for a document: copied, or saved as a file. They are painted
/// from the stored figures; no picture of the class can get here. JavaFX thread.
record ChartExport(ReviewViewModel model) {
    /// @param name of the file, without its ending
    private record Picture(WritableImage image, String name) {}

    void copy() {
        picture()
                .ifPresent(picture -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putImage(picture.image());
                    Clipboard.getSystemClipboard().setContent(content);
                    model.tasks().showNotice(Notice.done(Text.of("review.chart.copied")));
                });
    }

    /// @param folders asks where to; only when there is a chart
    void save(Supplier<Optional<Path>> folders) {
        picture().ifPresent(picture -> folders.get().ifPresent(to -> save(picture, to)));
    }

    private void save(Picture picture, Path folder) {
        int[] pixels = ChartPicture.pixels(picture.image());
        int width = (int) picture.image().getWidth();
        ReviewTasks tasks = model.tasks();
        tasks.run(
                () -> ChartFile.write(pixels, width, folder, picture.name()),
                file ->
                        tasks.showNotice(
                                Notice.done(
                                        Text.of("review.chart.saved", file),
                                        new Notice.Action(
                                                Text.of("review.export.open"),
                                                () ->
                                                        tasks.run(
                                                                () -> Folders.open(folder),
                                                                _ -> {})))));
    }

    private Optional<Picture> picture() {
        return switch (model.panel().get()) {
            case LESSON -> model.lesson().lesson().get().map(ChartExport::ofLesson);
            case COMPARE -> ofCompared();
            case WEEKS -> ofWeeks();
        };
    }

    private static Picture ofLesson(Lesson lesson) {
        return new Picture(
                ChartPicture.lesson(
                        titled(lesson),
                        LessonSigns.flags(lesson),
                        LessonSigns.diamonds(lesson),
                        gaps()),
                ExportModel.name(List.of(session(lesson))));
    }

    private Optional<Picture> ofCompared() {
        List<Lesson> both =
                Stream.of(model.lesson().lesson().get(), model.compare().other().get())
                        .flatMap(Optional::stream)
                        .toList();
        return both.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Picture(
                                ChartPicture.compared(
                                        both.stream().map(ChartExport::titled).toList(), gaps()),
                                ExportModel.name(
                                        both.stream().map(ChartExport::session).toList())));
    }

    private Optional<Picture> ofWeeks() {
        String className = model.weeks().className().orElse("");
        int which = model.weeks().which();
        List<Session> sessions =
                model.choice().all().stream()
                        .map(SessionOverview::session)
                        .filter(one -> one.plan().className().equals(className))
                        .toList();
        return model.weeks()
                .grid()
                .get()
                .map(grid ->
                        new Picture(
                                ChartPicture.weeks(
                                        Text.of("review.weeks.title", className),
                                        grid,
                                        which,
                                        Text.of(
                                                "review.weeks.shown",
                                                LessonTexts.label(grid.labels(), which))),
                                ExportModel.name(sessions)));
    }

    private static Session session(Lesson lesson) {
        return lesson.timeline().session();
    }

    private static Titled titled(Lesson lesson) {
        Session session = session(lesson);
        return new Titled(
                Text.of(
                        "review.compare.item",
                        LessonTexts.name(session),
                        LessonTexts.when(session)),
                lesson.course());
    }

    private static Gaps gaps() {
        return new Gaps(Text.of("review.withheld"), Text.of("review.missing"));
    }
}
