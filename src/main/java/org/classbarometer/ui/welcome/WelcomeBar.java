package org.classbarometer.ui.welcome;

import atlantafx.base.theme.Styles;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.classbarometer.text.Text;
import org.classbarometer.ui.look.Buttons;
import org.classbarometer.ui.look.Labels;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Scope;

/// The program's name and what it does, with the way into the tour; there until it was seen or skipped.
public final class WelcomeBar extends HBox {
    /// @param wanted whether it is shown
    /// @param tour shows the three steps
    /// @param skip puts it away for good
    public WelcomeBar(ObservableValue<Boolean> wanted, Runnable tour, Runnable skip, Scope scope) {
        super(14);
        Nodes.named(this, "welcome-bar", "welcome-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label name = Nodes.styled(new Label(Text.of("ui.title")), Styles.TITLE_3);
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label what = Nodes.named(Labels.text(Text.of("welcome.sentence")), "welcome-sentence");
        Nodes.wide(what);
        Button show =
                Buttons.firm(
                        "welcome-show", Text.of("welcome.show"), tour, Styles.ACCENT, Styles.SMALL);
        Button no =
                Buttons.firm(
                        "welcome-skip", Text.of("welcome.skip"), skip, Styles.FLAT, Styles.SMALL);
        getChildren().addAll(name, what, show, no);
        scope.watch(wanted, now -> Nodes.show(this, now));
    }
}
