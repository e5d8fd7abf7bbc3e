package org.classbarometer.ui.welcome;

import atlantafx.base.theme.Styles;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.classbarometer.text.Text;
import org.classbarometer.ui.look.Labels;
import org.classbarometer.ui.look.Scope;

/// The program's name and what it does, with the way into the tour; there until it was seen or skipped.
public final class WelcomeBar extends HBox {
    /// @param wanted whether it is shown
    /// @param tour shows the three steps
    /// @param skip puts it away for good
    public WelcomeBar(ObservableValue<Boolean> wanted, Runnable tour, Runnable skip, Scope scope) {
        super(14);
        setId("welcome-bar");
        getStyleClass().add("welcome-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label name = new Label(Text.of("ui.title"));
        name.getStyleClass().add(Styles.TITLE_3);
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label what = Labels.text(Text.of("welcome.sentence"));
        what.setId("welcome-sentence");
        what.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(what, Priority.ALWAYS);
        Button show = new Button(Text.of("welcome.show"));
        show.setId("welcome-show");
        show.getStyleClass().addAll(Styles.ACCENT, Styles.SMALL);
        show.setMinWidth(Region.USE_PREF_SIZE);
        show.setOnAction(_ -> tour.run());
        Button no = new Button(Text.of("welcome.skip"));
        no.setId("welcome-skip");
        no.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        no.setMinWidth(Region.USE_PREF_SIZE);
        no.setOnAction(_ -> skip.run());
        getChildren().addAll(name, what, show, no);
        scope.watch(
                wanted,
                now -> {
                    setVisible(now);
                    setManaged(now);
                });
    }
}
