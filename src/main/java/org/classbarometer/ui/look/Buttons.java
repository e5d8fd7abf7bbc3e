package org.classbarometer.ui.look;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Buttons of panes and dialogs. JavaFX thread.
public final class Buttons {
    private Buttons() {}

    /// @param classes style classes, such as [Styles#ACCENT]
    public static Button of(String id, String words, Runnable action, String... classes) {
        Button button = Nodes.named(new Button(words), id, classes);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// Never narrower than its words.
    public static Button firm(String id, String words, Runnable action, String... classes) {
        Button button = of(id, words, action, classes);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /// Never narrower than its words, which stand beside an icon.
    public static Button firm(
            String id, Ikon icon, String words, Runnable action, String... classes) {
        Button button = firm(id, words, action, classes);
        button.setGraphic(new FontIcon(icon));
        return button;
    }

    /// An icon only; what it does is said under the pointer and to a screen reader.
    public static Button icon(
            String id, Ikon icon, String name, Runnable action, String... classes) {
        Button button = of(id, "", action, Styles.BUTTON_ICON, Styles.FLAT);
        button.getStyleClass().addAll(classes);
        button.setGraphic(new FontIcon(icon));
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        return button;
    }

    /// Of a menu; an underscore in its words is one.
    public static MenuItem item(String id, String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }

    /// Underlined, and never narrower than its words.
    public static Hyperlink link(String id, String words, Runnable action) {
        Hyperlink link = Nodes.named(new Hyperlink(words), id);
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setOnAction(_ -> action.run());
        return link;
    }
}
