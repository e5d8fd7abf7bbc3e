package org.classbarometer.ui.live;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.classbarometer.text.Text;
import org.classbarometer.ui.dialog.Dialogs;

/// The dialogs that only tell something: what the readings are and may be used for, the shortcuts.
public final class InformationDialogs {
    private InformationDialogs() {}

    /// Expression is not feeling, what the law says, what is kept.
    public static void showNotice(Dialogs dialogs) {
        VBox content = new VBox(10);
        for (String part : new String[] {"expression", "limits", "law", "stored"}) {
            Label heading = text(Text.of("ui.notice." + part + ".title"));
            heading.getStyleClass().add(Styles.TEXT_BOLD);
            content.getChildren().addAll(heading, text(Text.of("ui.notice." + part + ".text")));
        }
        dialogs.show(Text.of("ui.notice.title"), content);
    }

    /// A shortcut that works beyond the live screen.
    ///
    /// @param what it does, in the user's words
    public record Shortcut(KeyCombination keys, String what) {}

    /// @param more than those of the live screen
    /// @param welcome shows the welcome again
    public static void showShortcuts(Dialogs dialogs, List<Shortcut> more, Runnable welcome) {
        GridPane keys = new GridPane(24, 8);
        for (Command command : Command.values()) {
            add(keys, new Shortcut(command.keys(), Text.of(command.textKey())));
        }
        more.forEach(shortcut -> add(keys, shortcut));
        VBox content =
                new VBox(16, keys, text(Text.of("ui.help.more")), text(Text.of("ui.help.review")));
        Button again = new Button(Text.of("welcome.again"));
        again.setId("welcome-again");
        again.setOnAction(_ -> welcome.run());
        dialogs.show(Text.of("ui.help.title"), content, again);
    }

    private static void add(GridPane keys, Shortcut shortcut) {
        Label key = new Label(shortcut.keys().getDisplayText());
        key.getStyleClass().add("key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        keys.addRow(keys.getRowCount(), key, text(shortcut.what()));
    }

    private static Label text(String words) {
        Label text = new Label(words);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        return text;
    }
}
