package org.classbarometer.ui.live;

import atlantafx.base.theme.Styles;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.classbarometer.text.Text;
import org.classbarometer.ui.look.Buttons;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Scope;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// What must always be said: whether something is stored, expression is not feeling, and what the law says.
final class PrivacyBar extends HBox {
    private static final PseudoClass STORING = PseudoClass.getPseudoClass("storing");

    /// @param storing whether a session is being stored
    /// @param law whether the sentence about the AI Act belongs here: not where it is known not to hold
    /// @param record begins to store one, after a consent
    PrivacyBar(
            ObservableValue<Boolean> storing,
            ObservableValue<Boolean> law,
            Runnable record,
            Runnable explain,
            Scope scope) {
        super(18);
        getStyleClass().add("notice-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label stored = Nodes.named(new Label(), "nothing-stored");
        stored.setMinWidth(Region.USE_PREF_SIZE);
        Button begin = Buttons.firm("record", Text.of("record.begin"), record, Styles.SMALL);
        Controls.describe(
                begin,
                Text.of("record.begin"),
                Text.of("record.begin.help"),
                Command.RECORD.keys());
        begin.setTooltip(Controls.tooltip(Text.of("record.begin.help"), Command.RECORD.keys()));
        scope.watch(
                storing,
                now -> {
                    stored.setText(Text.of(now ? "record.notice.storing" : "ui.notice.stored"));
                    stored.setGraphic(
                            new FontIcon(
                                    now
                                            ? MaterialDesignR.RECORD_CIRCLE
                                            : MaterialDesignS.SHIELD_CHECK_OUTLINE));
                    stored.pseudoClassStateChanged(STORING, now);
                    Nodes.show(begin, !now);
                });
        Label honest = new Label("", new FontIcon(MaterialDesignI.INFORMATION_OUTLINE));
        scope.watch(
                law,
                now -> {
                    String words = Text.of("ui.notice.honest");
                    honest.setText(now ? words + " " + Text.of("ui.notice.honest.law") : words);
                });
        honest.setWrapText(true);
        honest.setId("honest-notice");
        honest.setMinHeight(Region.USE_PREF_SIZE);
        Nodes.wide(honest);
        Hyperlink more = Buttons.link("notice-more", Text.of("ui.notice.more"), explain);
        Controls.describe(
                more,
                Text.of("ui.notice.more"),
                Text.of("ui.command.notice"),
                Command.NOTICE.keys());
        getChildren().addAll(stored, begin, honest, more);
    }
}
