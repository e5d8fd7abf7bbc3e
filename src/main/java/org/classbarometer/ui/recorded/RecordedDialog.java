package org.classbarometer.ui.recorded;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.classbarometer.law.OptInStatement;
import org.classbarometer.text.Text;
import org.classbarometer.ui.dialog.Dialogs;
import org.classbarometer.ui.look.Labels;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.record.ConsentForm;
import org.classbarometer.ui.record.ConsentPane;
import org.classbarometer.ui.source.FilePicker;

/// Asks which recordings are analysed, and for the consent that a lesson stored live needs too.
public final class RecordedDialog {
    private static final int SHOWN = 6;

    private RecordedDialog() {}

    /// Asks for the files first; does nothing when there are none.
    ///
    /// @param showStatement shows the opt-in statement
    /// @param clock of the consent
    public static void show(
            RecordedLessons lessons,
            ConsentForm form,
            Dialogs dialogs,
            FilePicker picker,
            Runnable showStatement,
            Clock clock) {
        Optional<String> refusal = lessons.refusal();
        if (refusal.isPresent()) {
            dialogs.show(Text.of("record.recorded.title"), words("told", refusal.get()));
            return;
        }
        List<Path> files = picker.videos();
        if (files.isEmpty()) {
            return;
        }
        Label masks = words("recorded-masks", Text.of("record.recorded.masks"));
        masks.getStyleClass().add(Styles.TEXT_MUTED);
        VBox content =
                new VBox(
                        12,
                        words("recorded-files", names(files)),
                        ConsentPane.ofRecording(form, showStatement),
                        masks);
        Button go =
                dialogs.closing(
                        "recorded-go",
                        Text.of("record.recorded.go", files.size()),
                        () ->
                                form.consent(clock, OptInStatement.shown())
                                        .ifPresent(consent ->
                                                lessons.start(
                                                        files,
                                                        form.className().get().strip(),
                                                        consent)),
                        Styles.ACCENT);
        go.disableProperty().bind(form.ready().not());
        dialogs.show(Text.of("record.recorded.title"), content, ConsentPane.missing(form), go);
    }

    private static String names(List<Path> files) {
        String names =
                String.join(
                        ", ",
                        files.stream()
                                .limit(SHOWN)
                                .map(file -> String.valueOf(file.getFileName()))
                                .toList());
        return files.size() > SHOWN
                ? Text.of("record.recorded.files.more", names, files.size() - SHOWN)
                : Text.of("record.recorded.files", names);
    }

    private static Label words(String id, String text) {
        return Nodes.named(Labels.text(text), id);
    }
}
