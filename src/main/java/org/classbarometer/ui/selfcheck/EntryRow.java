package org.classbarometer.ui.selfcheck;

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
import org.classbarometer.selfcheck.diary.Kept;
import org.classbarometer.text.Text;
import org.classbarometer.ui.look.Glyphs;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// One entry: the person's word first and large, the machine's reading small below it.
final class EntryRow extends HBox {
    private static final double GLYPH = 28;

    EntryRow(Kept kept, Consumer<Kept> edit, Consumer<Kept> delete) {
        super(12);
        Entry entry = kept.entry();
        getStyleClass().add("selfcheck-entry");
        setAlignment(Pos.TOP_LEFT);
        String when = Words.when(entry.at());
        Label word = Parts.text(Words.word(entry.word()));
        word.getStyleClass().add("selfcheck-word");
        Label tone =
                new Label(Words.tone(entry.tone()), new FontIcon(CheckInCard.icon(entry.tone())));
        tone.getStyleClass().add(Styles.TEXT_MUTED);
        VBox told = new VBox(3, Parts.muted(when), word, tone);
        if (!entry.note().isEmpty()) {
            told.getChildren().add(Parts.text(entry.note()));
        }
        entry.machine()
                .ifPresent(read -> {
                    Label machine = Parts.muted(Words.machine(read));
                    machine.getStyleClass().add(Styles.TEXT_SMALL);
                    told.getChildren().add(machine);
                });
        told.setMinWidth(0);
        HBox.setHgrow(told, Priority.ALWAYS);
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
                        told,
                        Parts.icon(
                                "edit-" + kept.id(),
                                MaterialDesignP.PENCIL_OUTLINE,
                                Text.of("selfcheck.entry.edit", when),
                                () -> edit.accept(kept)),
                        Parts.icon(
                                "delete-" + kept.id(),
                                MaterialDesignD.DELETE_OUTLINE,
                                Text.of("selfcheck.entry.delete", when),
                                () -> delete.accept(kept)));
        setMinHeight(Region.USE_PREF_SIZE);
    }
}
