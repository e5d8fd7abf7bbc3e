package org.classbarometer.ui.live;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import org.classbarometer.text.Text;
import org.classbarometer.ui.look.KeyNames;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// What every button of the live screen has: an icon, words for the screen reader, a tooltip that
/// shows its shortcut.
final class Controls {
    private Controls() {}

    /// A button that shows its icon only.
    static <B extends ButtonBase> B icon(B button, Ikon ikon, String key, Command command) {
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        return described(button, ikon, key, command);
    }

    /// A button with icon and text.
    static <B extends ButtonBase> B labelled(B button, Ikon ikon, String key, Command command) {
        button.setText(Text.of(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return described(button, ikon, key, command);
    }

    private static <B extends ButtonBase> B described(
            B button, Ikon ikon, String key, Command command) {
        button.setGraphic(new FontIcon(ikon));
        describe(button, Text.of(key), Text.of(key + ".help"), command.keys());
        button.setTooltip(tooltip(Text.of(key + ".help"), command.keys()));
        return button;
    }

    /// Tells the screen reader what a control is, what it does, and its shortcut.
    static void describe(Node control, String name, String help, KeyCombination keys) {
        control.setAccessibleText(name);
        control.setAccessibleHelp(Text.of("ui.shortcut", help, KeyNames.of(keys)));
    }

    static Tooltip tooltip(String help, KeyCombination keys) {
        Tooltip tooltip = new Tooltip(Text.of("ui.shortcut", help, KeyNames.of(keys)));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(360);
        return tooltip;
    }
}
