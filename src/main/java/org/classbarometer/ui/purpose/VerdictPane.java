package org.classbarometer.ui.purpose;

import atlantafx.base.theme.Styles;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.classbarometer.law.Countries;
import org.classbarometer.text.Text;
import org.classbarometer.ui.look.Labels;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.purpose.PurposeViewModel.Verdict;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/// What follows from the answers: a refusal with its reason, the duties, or that it is one's own.
final class VerdictPane extends VBox {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final PurposeViewModel model;
    private final Label title = Nodes.named(Labels.text(""), "verdict-title", Styles.TITLE_4);
    private final VBox lines = new VBox(8);

    VerdictPane(PurposeViewModel model, Scope scope) {
        super(10);
        this.model = model;
        Nodes.named(this, "verdict", "verdict");
        getChildren().addAll(title, lines);
        setAccessibleRole(AccessibleRole.TEXT);
        scope.watch(model.verdict(), _ -> show());
        scope.onChange(model.place(), this::show);
    }

    private void show() {
        Verdict verdict = model.verdict().get();
        String country = model.place().get().map(Countries::name).orElse("");
        pseudoClassStateChanged(REFUSED, verdict == Verdict.REFUSED);
        lines.getChildren().clear();
        switch (verdict) {
            case NONE -> {
                head(MaterialDesignH.HELP_CIRCLE_OUTLINE, Text.of("law.verdict.none.title"));
                line(Text.of("law.verdict.none.text"));
            }
            case REFUSED -> {
                head(
                        MaterialDesignC.CLOSE_OCTAGON_OUTLINE,
                        Text.of("law.verdict.refused.title", country));
                line(Text.of("law.verdict.refused.text"));
                line(Text.of("law.verdict.refused.open"));
            }
            case DUTIES -> {
                head(MaterialDesignF.FORMAT_LIST_CHECKS, Text.of("law.verdict.duties.title"));
                duty(Text.of("law.verdict.duties.notice"));
                duty(Text.of("law.verdict.duties.consent"));
                duty(Text.of("law.verdict.duties.assessment"));
                duty(Text.of("law.verdict.duties.local"));
            }
            case SELF_CHECK -> {
                head(MaterialDesignA.ACCOUNT_HEART_OUTLINE, Text.of("law.verdict.self.title"));
                line(Text.of("law.verdict.self.text"));
            }
        }
        setAccessibleText(title.getText());
    }

    private void head(Ikon icon, String text) {
        title.setGraphic(new FontIcon(icon));
        title.setText(text);
    }

    private void line(String text) {
        lines.getChildren().add(words(text));
    }

    private void duty(String text) {
        Label words = words(text);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(8, new FontIcon(MaterialDesignC.CHEVRON_RIGHT), words);
        row.setAlignment(Pos.TOP_LEFT);
        lines.getChildren().add(row);
    }

    private static Label words(String text) {
        Label label = Labels.text(text);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }
}
