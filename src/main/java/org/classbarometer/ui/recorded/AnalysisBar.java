package org.classbarometer.ui.recorded;

import java.time.Duration;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.classbarometer.text.Text;
import org.classbarometer.ui.lesson.LessonTexts;
import org.classbarometer.ui.look.Buttons;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.recorded.RecordedLessons.Progress;
import org.classbarometer.ui.task.NoticeBar;

/// How far the analysis of recordings is, with a way to give it up, and what came of it. Takes no room
/// while there is nothing to say.
public final class AnalysisBar extends VBox {
    private final Label words = Nodes.named(new Label(), "analysis-words");
    private final ProgressBar bar = Nodes.named(new ProgressBar(), "analysis-bar");
    private final HBox running;

    public AnalysisBar(RecordedLessons model, Scope scope) {
        words.setMinWidth(0);
        Button cancel =
                Buttons.firm("analysis-cancel", Text.of("record.recorded.cancel"), model::cancel);
        running =
                Nodes.styled(
                        Nodes.row(14, words, Nodes.wide(bar), cancel),
                        "notice-line",
                        "analysis-bar");
        getChildren()
                .addAll(
                        running,
                        new NoticeBar(
                                "analysis-notice", model.notice(), model::dismissNotice, scope));
        scope.watch(model.progress(), this::show);
    }

    private void show(Optional<Progress> progress) {
        Nodes.show(running, progress.isPresent());
        progress.ifPresent(now -> {
            bar.setProgress(now.share().orElse(ProgressBar.INDETERMINATE_PROGRESS));
            words.setText(words(now));
            bar.setAccessibleText(words.getText());
        });
    }

    private static String words(Progress now) {
        String of =
                now.length()
                        .map(length ->
                                Text.of(
                                        "record.recorded.of",
                                        LessonTexts.clock(now.done()),
                                        LessonTexts.clock(length)))
                        .orElseGet(() -> LessonTexts.clock(now.done()));
        String which =
                now.all() > 1
                        ? Text.of("record.recorded.which", now.name(), now.number(), now.all())
                        : now.name();
        return now.left()
                .map(left -> Text.of("record.recorded.left", which, of, time(left)))
                .orElseGet(() -> Text.of("record.recorded.progress", which, of));
    }

    private static String time(Duration left) {
        return left.toSeconds() < 60
                ? Text.of("record.recorded.seconds", Math.max(1, left.toSeconds()))
                : Text.of("record.recorded.minutes", Math.round(left.toSeconds() / 60.0));
    }
}
