package org.classbarometer.ui.review;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.classbarometer.session.Session;
import org.classbarometer.text.Text;
import org.classbarometer.ui.dialog.Dialogs;
import org.classbarometer.ui.look.Labels;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.review.model.ReviewViewModel;

/// Asks for a lesson's title.
final class TitleDialog {
    /// As long as a line of a list.
    private static final int LONGEST = 80;

    private TitleDialog() {}

    static void show(Dialogs dialogs, ReviewViewModel model, Session session) {
        TextField title = Nodes.named(new TextField(session.title()), "title-field");
        title.setPromptText(Text.of("review.title.example"));
        title.setAccessibleText(Text.of("review.title"));
        title.textProperty()
                .subscribe((_, now) -> {
                    if (now.length() > LONGEST) {
                        title.setText(now.substring(0, LONGEST));
                    }
                });
        Label what = Labels.text(Text.of("review.title.what"), Styles.TEXT_MUTED);
        Button save =
                dialogs.closing(
                        "title-save",
                        Text.of("review.title.save"),
                        () -> model.entitle(title.getText()),
                        Styles.ACCENT);
        save.setDefaultButton(true);
        dialogs.show(Text.of("review.title"), new VBox(8, title, what), save);
    }
}
