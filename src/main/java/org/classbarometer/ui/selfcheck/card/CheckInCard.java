package org.classbarometer.ui.selfcheck.card;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.look.LabelLook;
import org.classbarometer.selfcheck.Tone;
import org.classbarometer.text.Text;
import org.classbarometer.ui.look.Glyphs;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.selfcheck.model.CheckIn;
import org.classbarometer.ui.selfcheck.model.SelfCheckTexts;
import org.classbarometer.ui.selfcheck.model.SelfCheckViewModel;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/// "Does this fit? Your word counts": a word, how the moment was, a note if one likes; keep or discard.
/// Lives as long as its moment.
public final class CheckInCard extends VBox {
    private static final double GLYPH = 20;

    private final CheckIn form;
    private final List<ToggleButton> words = new ArrayList<>();
    private final TextField own = Nodes.named(new TextField(), "own-words");

    public CheckInCard(CheckIn form, SelfCheckViewModel model) {
        super(10);
        this.form = form;
        Nodes.named(this, "check-in", "selfcheck-card");
        Label title =
                Cards.heading(
                        Text.of(form.machine().isPresent() ? "selfcheck.fits" : "selfcheck.how"));
        getChildren().addAll(title, Cards.muted(SelfCheckTexts.when(form.at())));
        form.machine()
                .ifPresent(read -> {
                    Label machine =
                            Cards.withIcon(
                                    MaterialDesignC.CAMERA_OUTLINE, SelfCheckTexts.machine(read));
                    machine.setId("held-reading");
                    getChildren().add(machine);
                });
        getChildren().addAll(wordChoice(), ownWords(), toneChoice(), note(), buttons(model));
    }

    private VBox wordChoice() {
        Label label = Nodes.styled(new Label(Text.of("selfcheck.word")), Styles.TEXT_BOLD);
        FlowPane flow = new FlowPane(6, 6);
        ToggleGroup group = new ToggleGroup();
        for (String expression : LabelSet.EIGHT.labels()) {
            LabelLook style = LabelLook.of(expression);
            ToggleButton chip = new ToggleButton(style.name(), Glyphs.node(style, GLYPH));
            chip.setId("word-" + expression);
            chip.getStyleClass().add("selfcheck-chip");
            chip.setToggleGroup(group);
            chip.setUserData(expression);
            chip.setAccessibleText(Text.of("selfcheck.word.choose", style.name()));
            chip.setOnAction(_ -> form.chooseLabel(expression));
            words.add(chip);
            flow.getChildren().add(chip);
        }
        form.label().subscribe(_ -> select());
        form.ownWords().subscribe(_ -> select());
        return new VBox(6, label, flow);
    }

    // Own words win: then no chip is lit. A second press on a lit one keeps it.
    private void select() {
        Optional<String> chosen =
                form.ownWords().get().isBlank() ? form.label().get() : Optional.empty();
        words.forEach(
                chip -> chip.setSelected(chosen.filter(chip.getUserData()::equals).isPresent()));
    }

    private VBox ownWords() {
        Label label = Nodes.styled(new Label(Text.of("selfcheck.own")), Styles.TEXT_BOLD);
        label.setLabelFor(own);
        own.setPromptText(Text.of("selfcheck.own.prompt"));
        own.setAccessibleText(Text.of("selfcheck.own"));
        own.textProperty().bindBidirectional(form.ownWords());
        FlowPane everyday = Nodes.named(new FlowPane(6, 6), "everyday-words");
        for (String word : Text.of("selfcheck.everyday").split("\\|", -1)) {
            Button chip = Nodes.styled(new Button(word), "selfcheck-chip", Styles.SMALL);
            chip.setAccessibleText(Text.of("selfcheck.word.choose", word));
            chip.setOnAction(_ -> form.ownWords().set(word));
            everyday.getChildren().add(chip);
        }
        return new VBox(6, label, own, everyday);
    }

    private VBox toneChoice() {
        Label label = Nodes.styled(new Label(Text.of("selfcheck.tone")), Styles.TEXT_BOLD);
        ToggleGroup group = new ToggleGroup();
        HBox row = new HBox(6);
        for (Tone tone : Tone.values()) {
            ToggleButton button =
                    new ToggleButton(SelfCheckTexts.tone(tone), new FontIcon(icon(tone)));
            button.setId("tone-" + tone.id());
            button.getStyleClass().add("selfcheck-chip");
            button.setToggleGroup(group);
            button.setAccessibleText(Text.of("selfcheck.tone.choose", SelfCheckTexts.tone(tone)));
            button.setOnAction(_ -> {
                form.chooseTone(tone);
                button.setSelected(true);
            });
            form.tone().subscribe(now -> button.setSelected(now.equals(Optional.of(tone))));
            row.getChildren().add(button);
        }
        return new VBox(6, label, row);
    }

    public static Ikon icon(Tone tone) {
        return switch (tone) {
            case HARD -> MaterialDesignW.WEATHER_RAINY;
            case IN_BETWEEN -> MaterialDesignW.WEATHER_PARTLY_CLOUDY;
            case GOOD -> MaterialDesignW.WEATHER_SUNNY;
        };
    }

    private VBox note() {
        Label label = Nodes.styled(new Label(Text.of("selfcheck.note")), Styles.TEXT_BOLD);
        TextArea note = Nodes.named(new TextArea(), "note");
        note.setPrefRowCount(2);
        note.setWrapText(true);
        note.setPromptText(Text.of("selfcheck.note.prompt"));
        note.setAccessibleText(Text.of("selfcheck.note"));
        note.textProperty().bindBidirectional(form.note());
        // Tab leads on, as everywhere else; a note has no tabs in it.
        note.addEventFilter(
                javafx.scene.input.KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == javafx.scene.input.KeyCode.TAB) {
                        note.requestFocusTraversal(
                                event.isShiftDown()
                                        ? javafx.scene.TraversalDirection.PREVIOUS
                                        : javafx.scene.TraversalDirection.NEXT);
                        event.consume();
                    }
                });
        label.setLabelFor(note);
        return new VBox(6, label, note);
    }

    private VBox buttons(SelfCheckViewModel model) {
        Button save =
                Cards.button(
                        "keep",
                        MaterialDesignC.CHECK,
                        "selfcheck.keep",
                        model::save,
                        Styles.ACCENT);
        save.disableProperty().bind(form.complete().not());
        save.setAccessibleHelp(Text.of("selfcheck.keep.help"));
        Button discard =
                Cards.button(
                        "discard",
                        MaterialDesignD.DELETE_OUTLINE,
                        model.isEditing() ? "selfcheck.cancel" : "selfcheck.discard",
                        model::discard);
        HBox row = Nodes.row(8, save, discard);
        Label missing = Cards.muted(Text.of("selfcheck.keep.missing"));
        form.complete().subscribe(complete -> Nodes.show(missing, !complete));
        missing.setMinHeight(Region.USE_PREF_SIZE);
        return new VBox(6, row, missing);
    }
}
