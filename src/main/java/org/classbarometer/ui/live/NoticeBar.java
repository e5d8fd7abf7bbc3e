package org.classbarometer.ui.live;

import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.classbarometer.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// What must always be said: nothing is stored, expression is not feeling, and what the law says.
final class NoticeBar extends HBox {
    NoticeBar(Runnable explain) {
        super(18);
        getStyleClass().add("notice-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label stored =
                new Label(
                        Text.of("ui.notice.stored"),
                        new FontIcon(MaterialDesignS.SHIELD_CHECK_OUTLINE));
        stored.setMinWidth(Region.USE_PREF_SIZE);
        stored.setId("nothing-stored");
        Label honest =
                new Label(
                        Text.of("ui.notice.honest"),
                        new FontIcon(MaterialDesignI.INFORMATION_OUTLINE));
        honest.setWrapText(true);
        honest.setId("honest-notice");
        honest.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(honest, Priority.ALWAYS);
        honest.setMaxWidth(Double.MAX_VALUE);
        Hyperlink more = new Hyperlink(Text.of("ui.notice.more"));
        more.setId("notice-more");
        more.setMinWidth(Region.USE_PREF_SIZE);
        more.setOnAction(_ -> explain.run());
        Controls.describe(
                more,
                Text.of("ui.notice.more"),
                Text.of("ui.command.notice"),
                Command.NOTICE.keys());
        getChildren().addAll(stored, honest, more);
    }
}
