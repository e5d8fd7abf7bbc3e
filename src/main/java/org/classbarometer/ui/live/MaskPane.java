package org.classbarometer.ui.live;

import atlantafx.base.theme.Styles;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.classbarometer.text.Text;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.classbarometer.ui.live.model.MaskList;
import org.classbarometer.ui.look.Buttons;
import org.classbarometer.ui.look.Labels;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Scope;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// The masks as a list, with what they do and how to draw them.
final class MaskPane extends VBox {
    private final MaskList masks;
    private final IntConsumer focus;
    private final VBox list = new VBox(4);

    /// @param focus puts the keyboard on a mask over the picture
    MaskPane(LiveViewModel model, IntConsumer focus, Scope scope) {
        super(14);
        this.masks = model.masks();
        this.focus = focus;
        Nodes.named(this, "mask-pane", "mask-pane");
        Label title = Nodes.wide(Nodes.styled(new Label(Text.of("ui.masks")), "panel-title"));
        Button done =
                Controls.labelled(
                        new Button(), MaterialDesignC.CHECK, "ui.masks.done", Command.BACK);
        done.setOnAction(_ -> model.side().showMood());
        done.setId("masks-done");
        HBox top = Nodes.row(8, title, done);
        Label what = text("ui.masks.what");
        Button add =
                Controls.labelled(
                        new Button(), MaterialDesignP.PLUS, "ui.masks.add", Command.ADD_MASK);
        add.setOnAction(_ -> {
            model.addMask();
            focus.accept(masks.regions().size() - 1);
        });
        add.setId("mask-add");
        Label keys = text("ui.masks.keys");
        keys.getStyleClass().add(Styles.TEXT_MUTED);
        getChildren().addAll(top, what, add, list, keys);
        scope.watchList(masks.regions(), _ -> rebuild());
        rebuild();
    }

    private static Label text(String key) {
        return Labels.text(Text.of(key));
    }

    private void rebuild() {
        if (list.getChildren().size() == masks.regions().size() && !masks.regions().isEmpty()) {
            return;
        }
        list.getChildren().clear();
        if (masks.regions().isEmpty()) {
            Label none = text("ui.masks.none");
            none.getStyleClass().add(Styles.TEXT_MUTED);
            list.getChildren().add(none);
            // One text stands for no mask; the check above must not mistake it for one mask.
            list.getChildren().add(new Region());
            return;
        }
        for (int i = 0; i < masks.regions().size(); i++) {
            list.getChildren().add(row(i));
        }
    }

    private HBox row(int index) {
        Button name = Nodes.styled(new Button(Text.of("ui.masks.item", index + 1)), Styles.FLAT);
        name.setAlignment(Pos.CENTER_LEFT);
        name.setAccessibleHelp(Text.of("ui.masks.keys"));
        name.setOnAction(_ -> focus.accept(index));
        Button remove =
                Buttons.icon(
                        "remove-mask-" + (index + 1),
                        MaterialDesignT.TRASH_CAN_OUTLINE,
                        Text.of("ui.masks.remove", index + 1),
                        () -> masks.remove(index));
        return Nodes.styled(new HBox(4, Nodes.wide(name), remove), "mask-row");
    }
}
