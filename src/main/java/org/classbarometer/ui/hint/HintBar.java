package org.classbarometer.ui.hint;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.classbarometer.hint.Hint;
import org.classbarometer.hint.HintRule;
import org.classbarometer.text.Text;
import org.classbarometer.ui.look.Buttons;
import org.classbarometer.ui.look.Labels;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Percent;
import org.classbarometer.ui.look.Scope;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/// A hint in a line, why it is given in another; there only while there is one.
public final class HintBar extends HBox {
    private final Label what = text("hint-what");
    private final Label why = text("hint-why");

    public HintBar(HintViewModel model, Scope scope) {
        super(10);
        Nodes.named(this, "hint-bar", "hint-bar");
        setAlignment(Pos.CENTER_LEFT);
        what.getStyleClass().add(Styles.TEXT_BOLD);
        why.getStyleClass().add(Styles.TEXT_SMALL);
        VBox words = new VBox(2, what, why);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button silence =
                Buttons.firm(
                        "hint-silence",
                        Text.of("hint.silence"),
                        model::silence,
                        Styles.FLAT,
                        Styles.SMALL);
        silence.setAccessibleHelp(Text.of("hint.silence.help"));
        Button dismiss =
                Buttons.icon(
                        "hint-dismiss",
                        MaterialDesignC.CLOSE,
                        Text.of("hint.dismiss"),
                        model::dismiss);
        getChildren()
                .addAll(new FontIcon(MaterialDesignL.LIGHTBULB_OUTLINE), words, silence, dismiss);
        scope.watch(model.hint(), this::show);
    }

    private static Label text(String id) {
        return Nodes.named(Labels.text(""), id);
    }

    private void show(Optional<Hint> hint) {
        Nodes.show(this, hint.isPresent());
        hint.ifPresent(now -> {
            what.setText(what(now));
            why.setText(why(now));
        });
    }

    static String what(Hint hint) {
        long minutes = HintRule.LASTING.toMinutes();
        return switch (hint.kind()) {
            case LESS_POSITIVE -> Text.of("hint.less", minutes);
            case MORE_POSITIVE -> Text.of("hint.more", minutes);
            case HARD_TO_READ -> Text.of("hint.hard", minutes);
        };
    }

    static String why(Hint hint) {
        if (hint.kind() == Hint.Kind.HARD_TO_READ) {
            return Text.of("hint.hard.why", Percent.of(hint.now()), hint.faces());
        }
        return Text.of(
                "hint.why",
                points(hint.usual()),
                points(hint.now()),
                hint.faces(),
                hint.comparedMinutes(),
                Text.of(hint.sure() ? "hint.sure" : "hint.unsure"));
    }

    // Positive less negative expressions, in percentage points.
    private static String points(double lean) {
        long points = Math.round(lean * 100);
        return (points > 0 ? "+" : points < 0 ? "−" : "±") + Math.abs(points);
    }
}
