package org.classbarometer.ui.selfcheck.card;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.classbarometer.text.Text;
import org.classbarometer.ui.look.Buttons;
import org.classbarometer.ui.look.Labels;
import org.classbarometer.ui.look.Nodes;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Small pieces that all cards of the screen are made of.
public final class Cards {
    private Cards() {}

    public static Label text(String words) {
        Label label = Labels.text(words);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    public static Label muted(String words) {
        Label label = text(words);
        label.getStyleClass().add(Styles.TEXT_MUTED);
        return label;
    }

    public static Label heading(String words) {
        Label label = text(words);
        label.getStyleClass().add("selfcheck-heading");
        return label;
    }

    public static Label withIcon(Ikon icon, String words) {
        Label label = text(words);
        label.setGraphic(new FontIcon(icon));
        label.setGraphicTextGap(10);
        return label;
    }

    public static VBox card(String id, Node... content) {
        return Nodes.named(new VBox(12, content), id, "selfcheck-card");
    }

    /// A button with its text, its icon, and for the screen reader what it does.
    ///
    /// @param key of its text; the one with `.help` behind it says more
    public static Button button(
            String id, Ikon icon, String key, Runnable action, String... classes) {
        return Buttons.firm(id, icon, Text.of(key), action, classes);
    }
}
