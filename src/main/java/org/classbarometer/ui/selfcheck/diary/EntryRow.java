package org.classbarometer.ui.selfcheck.diary;

import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.classbarometer.look.LabelLook;
import org.classbarometer.selfcheck.Entry;
import org.classbarometer.selfcheck.Word;
import org.classbarometer.selfcheck.diary.StoredEntry;
import org.classbarometer.text.Text;
import org.classbarometer.ui.look.Buttons;
import org.classbarometer.ui.look.Glyphs;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.selfcheck.card.Cards;
import org.classbarometer.ui.selfcheck.card.CheckInCard;
import org.classbarometer.ui.selfcheck.model.SelfCheckTexts;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// One entry: the person's word first and large, the machine's reading small below it.
final class EntryRow extends HBox {
    private static final double GLYPH = 28;

    EntryRow(StoredEntry stored, Consumer<StoredEntry> edit, Consumer<StoredEntry> delete) {
        super(12);
        Entry entry = stored.entry();
        getStyleClass().add("selfcheck-entry");
        setAlignment(Pos.TOP_LEFT);
        String when = SelfCheckTexts.when(entry.at());
        Label word = Cards.text(SelfCheckTexts.word(entry.word()));
        word.getStyleClass().add("selfcheck-word");
        Label tone =
                Nodes.styled(
                        new Label(
                                SelfCheckTexts.tone(entry.tone()),
                                new FontIcon(CheckInCard.icon(entry.tone()))),
                        Styles.TEXT_MUTED);
        VBox description = new VBox(3, Cards.muted(when), word, tone);
        if (!entry.note().isEmpty()) {
            description.getChildren().add(Cards.text(entry.note()));
        }
        entry.machine()
                .ifPresent(read -> {
                    Label machine = Cards.muted(SelfCheckTexts.machine(read));
                    machine.getStyleClass().add(Styles.TEXT_SMALL);
                    description.getChildren().add(machine);
                });
        description.setMinWidth(0);
        HBox.setHgrow(description, Priority.ALWAYS);
        Node icon =
                switch (entry.word()) {
                    case Word.Expression(String label) -> Glyphs.node(LabelLook.of(label), GLYPH);
                    case Word.Own _ -> new FontIcon(MaterialDesignF.FORMAT_QUOTE_OPEN);
                };
        HBox left = new HBox(icon);
        left.setAlignment(Pos.TOP_CENTER);
        left.setMinWidth(GLYPH + 4);
        getChildren()
                .addAll(
                        left,
                        description,
                        Buttons.icon(
                                "edit-" + stored.id(),
                                MaterialDesignP.PENCIL_OUTLINE,
                                Text.of("selfcheck.entry.edit", when),
                                () -> edit.accept(stored)),
                        Buttons.icon(
                                "delete-" + stored.id(),
                                MaterialDesignD.DELETE_OUTLINE,
                                Text.of("selfcheck.entry.delete", when),
                                () -> delete.accept(stored)));
        setMinHeight(Region.USE_PREF_SIZE);
    }
}
