package org.classbarometer.ui.live;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.classbarometer.text.Text;
import org.classbarometer.ui.sheet.Sheets;

/// The sheets that only tell something: what the readings are and may be used for, the shortcuts.
public final class InformationSheets {
    private InformationSheets() {}

    /// Expression is not feeling, what the law says, what is kept.
    public static void showNotice(Sheets sheets) {
        VBox content = new VBox(10);
        for (String part : new String[] {"expression", "limits", "law", "stored"}) {
            Label heading = text(Text.of("ui.notice." + part + ".title"));
            heading.getStyleClass().add(Styles.TEXT_BOLD);
            content.getChildren().addAll(heading, text(Text.of("ui.notice." + part + ".text")));
        }
        sheets.show(Text.of("ui.notice.title"), content);
    }

    public static void showShortcuts(Sheets sheets) {
        GridPane keys = new GridPane(24, 8);
        int row = 0;
        for (Command command : Command.values()) {
            Label shortcut = new Label(command.keys().getDisplayText());
            shortcut.getStyleClass().add("key");
            shortcut.setMinWidth(Region.USE_PREF_SIZE);
            keys.addRow(row++, shortcut, text(Text.of(command.textKey())));
        }
        VBox content = new VBox(16, keys, text(Text.of("ui.help.more")));
        sheets.show(Text.of("ui.help.title"), content);
    }

    private static Label text(String words) {
        Label text = new Label(words);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        return text;
    }
}
