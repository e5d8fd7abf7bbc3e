package org.classbarometer.ui.selfcheck;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.classbarometer.selfcheck.help.Helpline;
import org.classbarometer.selfcheck.help.Helplines;
import org.classbarometer.text.Text;
import org.classbarometer.ui.look.Buttons;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.selfcheck.card.Cards;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// Places to turn to in a country, the emergency number first; said calmly, and always one click away.
final class HelpDialog extends VBox {
    private final Helplines helplines;
    private final VBox lines = new VBox(8);

    /// @param country where the person probably is, ISO 3166-1 alpha-2
    HelpDialog(Helplines helplines, String country) {
        super(12);
        this.helplines = helplines;
        setId("help-sheet");
        ComboBox<String> countries = countries(country);
        Label label = new Label(Text.of("selfcheck.help.country"));
        label.setLabelFor(countries);
        Label changes = Cards.muted(Text.of("selfcheck.help.changes"));
        getChildren()
                .addAll(
                        Cards.text(Text.of("selfcheck.help.words")),
                        new HBox(10, label, countries),
                        lines);
        label.getStyleClass().add("selfcheck-beside");
        helplines.problem().ifPresent(problem -> getChildren().add(Cards.text(problem)));
        getChildren().add(changes);
        show(countries.getValue());
        countries.valueProperty().subscribe((_, now) -> show(now));
    }

    private ComboBox<String> countries(String country) {
        List<String> all = new ArrayList<>(helplines.countries());
        all.sort(Comparator.comparing(HelpDialog::name));
        all.add(Helplines.UNION);
        all.add(Helplines.ANYWHERE);
        ComboBox<String> box = Nodes.named(new ComboBox<>(), "help-country");
        box.getItems().setAll(all);
        box.setAccessibleText(Text.of("selfcheck.help.country"));
        Nodes.names(box, HelpDialog::name);
        box.setValue(helplines.of(country).getFirst().country());
        return box;
    }

    private static String name(String code) {
        return switch (code) {
            case Helplines.UNION -> Text.of("selfcheck.help.union");
            case Helplines.ANYWHERE -> Text.of("selfcheck.help.anywhere");
            default ->
                    Locale.of("", code)
                            .getDisplayCountry(Locale.getDefault(Locale.Category.DISPLAY));
        };
    }

    private void show(String country) {
        lines.getChildren().clear();
        for (Helpline line : helplines.of(country)) {
            lines.getChildren().add(row(line));
        }
    }

    private static HBox row(Helpline line) {
        Label number = Cards.text(line.number());
        number.getStyleClass().add("selfcheck-number");
        Label what = Cards.text(title(line));
        Label note = Cards.muted(line.note());
        note.getStyleClass().add(Styles.TEXT_SMALL);
        VBox words = new VBox(1, what, number, note);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button copy =
                Buttons.icon(
                        "copy-" + line.number().replaceAll("[^0-9]", ""),
                        MaterialDesignC.CONTENT_COPY,
                        Text.of("selfcheck.help.copy", line.number()),
                        () -> {});
        copy.setOnAction(_ -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(line.number());
            Clipboard.getSystemClipboard().setContent(content);
            copy.setGraphic(new FontIcon(MaterialDesignC.CHECK));
            copy.setAccessibleText(Text.of("selfcheck.help.copied", line.number()));
        });
        HBox row = new HBox(12, new FontIcon(icon(line.kind())), words, copy);
        row.getStyleClass().add("selfcheck-entry");
        return row;
    }

    private static String title(Helpline line) {
        String kind =
                switch (line.kind()) {
                    case EMERGENCY -> Text.of("selfcheck.help.emergency");
                    case YOUNG -> Text.of("selfcheck.help.young");
                    case TALK -> Text.of("selfcheck.help.talk");
                };
        return line.name().isEmpty() ? kind : Text.of("selfcheck.help.line", kind, line.name());
    }

    private static Ikon icon(Helpline.Kind kind) {
        return switch (kind) {
            case EMERGENCY -> MaterialDesignA.AMBULANCE;
            case YOUNG -> MaterialDesignA.ACCOUNT_CHILD_OUTLINE;
            case TALK -> MaterialDesignP.PHONE_OUTLINE;
        };
    }
}
