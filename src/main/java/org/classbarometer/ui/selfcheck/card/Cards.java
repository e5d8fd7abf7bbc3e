package org.classbarometer.ui.selfcheck.card;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.classbarometer.text.Text;
import org.classbarometer.ui.look.Labels;
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
        VBox card = new VBox(12, content);
        card.setId(id);
        card.getStyleClass().add("selfcheck-card");
        return card;
    }

    /// A button with its text, its icon, and for the screen reader what it does.
    ///
    /// @param key of its text; the one with `.help` behind it says more
    public static Button button(String id, Ikon icon, String key, Runnable action) {
        Button button = new Button(Text.of(key), new FontIcon(icon));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// A button that shows its icon only.
    ///
    /// @param name what it is called, with what it belongs to
    public static Button icon(String id, Ikon icon, String name, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// Shows or hides a node together with its place.
    public static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
