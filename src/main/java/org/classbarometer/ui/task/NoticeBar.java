package org.classbarometer.ui.task;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.classbarometer.text.Text;
import org.classbarometer.ui.look.Buttons;
import org.classbarometer.ui.look.Labels;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Scope;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The line at the top of a screen that shows a [Notice] until it is dismissed. Takes no room while
/// there is none.
public final class NoticeBar extends HBox {
    private final Label words = Labels.text("");
    private final Button action = new Button();
    private final FontIcon icon = new FontIcon(MaterialDesignC.CHECK_CIRCLE_OUTLINE);

    /// @param id of the words; the buttons are `id-action` and `id-dismiss`
    public NoticeBar(
            String id, ObservableValue<Optional<Notice>> notice, Runnable dismiss, Scope scope) {
        super(12);
        setAlignment(Pos.CENTER_LEFT);
        words.setId(id);
        Button close =
                Buttons.icon(
                        id + "-dismiss",
                        MaterialDesignC.CLOSE,
                        Text.of("ui.problem.dismiss"),
                        dismiss);
        action.setId(id + "-action");
        action.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(icon, Nodes.wide(words), action, close);
        scope.watch(notice, this::show);
    }

    private void show(Optional<Notice> notice) {
        boolean problem = notice.filter(Notice::problem).isPresent();
        getStyleClass().setAll("notice-line", problem ? "problem-bar" : "done-bar");
        icon.setIconCode(
                problem
                        ? MaterialDesignA.ALERT_CIRCLE_OUTLINE
                        : MaterialDesignC.CHECK_CIRCLE_OUTLINE);
        words.setText(notice.map(Notice::text).orElse(""));
        Optional<Notice.Action> now = notice.flatMap(Notice::action);
        action.setText(now.map(Notice.Action::name).orElse(""));
        action.setOnAction(_ -> now.ifPresent(does -> does.run().run()));
        Nodes.show(action, now.isPresent());
        Nodes.show(this, notice.isPresent());
    }
}
