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
import org.classbarometer.ui.review.model.ReviewViewModel;

/// Asks for a lesson's title.
final class TitleDialog {
    /// As long as a line of a list.
    private static final int LONGEST = 80;

    private TitleDialog() {}

    static void show(Dialogs dialogs, ReviewViewModel model, Session session) {
        TextField title = new TextField(session.title());
        title.setId("title-field");
        title.setPromptText(Text.of("review.title.example"));
        title.setAccessibleText(Text.of("review.title"));
        title.textProperty()
                .subscribe((_, now) -> {
                    if (now.length() > LONGEST) {
                        title.setText(now.substring(0, LONGEST));
                    }
                });
        Label what = Labels.text(Text.of("review.title.what"));
        what.getStyleClass().add(Styles.TEXT_MUTED);
        Button save = new Button(Text.of("review.title.save"));
        save.setId("title-save");
        save.setDefaultButton(true);
        save.getStyleClass().add(Styles.ACCENT);
        save.setOnAction(_ -> {
            dialogs.close();
            model.entitle(title.getText());
        });
        dialogs.show(Text.of("review.title"), new VBox(8, title, what), save);
    }
}
