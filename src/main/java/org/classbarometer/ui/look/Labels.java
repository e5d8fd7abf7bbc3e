package org.classbarometer.ui.look;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Texts of panes and dialogs: they wrap, and no layout cuts their last line. JavaFX thread.
public final class Labels {
    private Labels() {}

    public static Label text(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// Over what belongs together; one line.
    public static Label title(String words) {
        Label title = new Label(words);
        title.getStyleClass().add(Styles.TEXT_BOLD);
        return title;
    }

    /// What may be passed over.
    public static Label muted(String words) {
        Label label = text(words);
        label.getStyleClass().add(Styles.TEXT_MUTED);
        return label;
    }
}
