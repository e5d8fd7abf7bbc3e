package org.classbarometer.ui.review;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.classbarometer.report.image.ChartFile;
import org.classbarometer.session.Session;
import org.classbarometer.text.Text;
import org.classbarometer.ui.dialog.Folders;
import org.classbarometer.ui.lesson.Lesson;
import org.classbarometer.ui.lesson.LessonTexts;
import org.classbarometer.ui.review.chart.ChartPicture;
import org.classbarometer.ui.task.Notice;

/// A lesson's chart for a document: copied, or saved as a file. It is painted from the stored figures;
/// no picture of the class can get here. JavaFX thread.
final class ChartExport {
    private ChartExport() {}

    static void copy(Lesson lesson, ReviewTasks tasks) {
        ClipboardContent content = new ClipboardContent();
        content.putImage(picture(lesson));
        Clipboard.getSystemClipboard().setContent(content);
        tasks.showNotice(Notice.done(Text.of("review.chart.copied")));
    }

    static void save(Lesson lesson, Path folder, ReviewTasks tasks) {
        WritableImage picture = picture(lesson);
        int[] pixels = ChartPicture.pixels(picture);
        int width = (int) picture.getWidth();
        String name = ExportModel.name(List.of(lesson.timeline().session()));
        tasks.run(
                () -> ChartFile.write(pixels, width, folder, name),
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

    private static WritableImage picture(Lesson lesson) {
        Session session = lesson.timeline().session();
        return ChartPicture.of(
                Text.of(
                        "review.compare.item",
                        LessonTexts.name(session),
                        LessonTexts.when(session)),
                lesson.course(),
                LessonSigns.flags(lesson),
                LessonSigns.diamonds(lesson),
                Text.of("review.withheld"),
                Text.of("review.missing"));
    }
}
