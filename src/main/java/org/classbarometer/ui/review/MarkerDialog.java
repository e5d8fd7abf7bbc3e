package org.classbarometer.ui.review;

import atlantafx.base.theme.Styles;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.classbarometer.text.Text;
import org.classbarometer.ui.dialog.Dialogs;
import org.classbarometer.ui.lesson.LessonTexts;
import org.classbarometer.ui.look.Buttons;
import org.classbarometer.ui.look.Labels;
import org.classbarometer.ui.look.Nodes;

/// Asks for a marker's time and note.
final class MarkerDialog {
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,4}):([0-5]\\d)");

    private MarkerDialog() {}

    /// @param at shown first
    /// @param note shown first
    /// @param longest the lesson's length: markers lie in it
    /// @param then told time and note once both are usable
    static void show(
            Dialogs dialogs,
            String title,
            Duration at,
            String note,
            Duration longest,
            BiConsumer<Duration, String> then) {
        TextField words = field("marker-note", note);
        TextField clock = field("marker-time", LessonTexts.clock(at));
        Label wrong = Nodes.named(Labels.text(""), "marker-wrong", Styles.DANGER);
        wrong.textProperty().subscribe(now -> Nodes.show(wrong, !now.isEmpty()));
        Label what = Labels.text(Text.of("review.marker.what"), Styles.TEXT_MUTED);
        VBox content =
                new VBox(
                        8,
                        name("review.marker.note", words),
                        words,
                        what,
                        name("review.marker.time", clock),
                        clock,
                        wrong);
        Button save =
                Buttons.of(
                        "marker-save",
                        Text.of("review.marker.save"),
                        () -> {
                            Optional<Duration> time = parse(clock.getText(), longest);
                            if (words.getText().isBlank()) {
                                wrong.setText(Text.of("review.marker.nonote"));
                            } else if (time.isEmpty()) {
                                wrong.setText(
                                        Text.of(
                                                "review.marker.notime",
                                                LessonTexts.clock(longest)));
                            } else {
                                dialogs.close();
                                then.accept(time.get(), words.getText().strip());
                            }
                        },
                        Styles.ACCENT);
        save.setDefaultButton(true);
        // Once the dialog's scroll pane has taken it in, which is after the dialog gave the focus
        // to its button.
        words.sceneProperty()
                .subscribe(scene -> {
                    if (scene != null) {
                        Platform.runLater(words::requestFocus);
                    }
                });
        dialogs.show(title, content, save);
    }

    private static TextField field(String id, String text) {
        return Nodes.named(new TextField(text), id);
    }

    private static Label name(String key, TextField field) {
        Label label = Nodes.styled(new Label(Text.of(key)), Styles.TEXT_BOLD);
        label.setLabelFor(field);
        field.setAccessibleText(label.getText());
        return label;
    }

    /// @param text minutes and seconds: `12:30`
    static Optional<Duration> parse(String text, Duration longest) {
        Matcher clock = CLOCK.matcher(text.strip());
        if (!clock.matches()) {
            return Optional.empty();
        }
        Duration at =
                Duration.ofMinutes(Long.parseLong(clock.group(1)))
                        .plusSeconds(Long.parseLong(clock.group(2)));
        return at.compareTo(longest) > 0 ? Optional.empty() : Optional.of(at);
    }
}
