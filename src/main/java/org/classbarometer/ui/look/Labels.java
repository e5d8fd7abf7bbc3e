package org.classbarometer.ui.look;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Texts of panes and dialogs: they wrap, and no layout cuts their last line. JavaFX thread.
public final class Labels {
    private Labels() {}

    /// @param classes style classes of it
    public static Label text(String words, String... classes) {
        Label label = Nodes.styled(new Label(words), classes);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// Over what belongs together; one line.
    public static Label title(String words) {
        return Nodes.styled(new Label(words), Styles.TEXT_BOLD);
    }

    /// What may be passed over.
    public static Label muted(String words) {
        return text(words, Styles.TEXT_MUTED);
    }
}
