package org.classbarometer.ui.selfcheck.card;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.classbarometer.look.LabelLook;
import org.classbarometer.selfcheck.MachineReading;
import org.classbarometer.text.Text;
import org.classbarometer.ui.look.Glyphs;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.selfcheck.model.OwnCamera;
import org.classbarometer.ui.selfcheck.model.OwnCamera.Status;
import org.classbarometer.ui.selfcheck.model.SelfCheckTexts;
import org.classbarometer.ui.selfcheck.model.SelfCheckViewModel;
import org.classbarometer.ui.selfcheck.model.SelfCheckViewModel.Tab;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// What the program reads in the own face, in words, with how sure it is; and the way to write about it.
public final class ReadingCard extends HBox {
    private static final double GLYPH = 46;
    private static final String WAITING = "selfcheck-waiting";

    private final Label says = Cards.heading("");
    private final Label sure = Cards.muted("");
    private final StackPane glyph = new StackPane();
    private final OwnCamera camera;
    private String drawn = "";

    public ReadingCard(SelfCheckViewModel model, Scope scope) {
        super(16);
        camera = model.camera();
        Nodes.named(this, "reading-card", "selfcheck-card");
        setAlignment(Pos.CENTER_LEFT);
        says.setId("reading");
        sure.setId("reading-sure");
        glyph.setMinSize(GLYPH, GLYPH);
        Button hold =
                Cards.button(
                        "hold",
                        MaterialDesignP.PENCIL_OUTLINE,
                        "selfcheck.hold",
                        model::holdReading,
                        Styles.ACCENT);
        hold.setAccessibleHelp(Text.of("selfcheck.hold.help"));
        Button why =
                Cards.button(
                        "why-open",
                        MaterialDesignH.HELP_CIRCLE_OUTLINE,
                        "selfcheck.why",
                        () -> model.show(Tab.WHY));
        why.setAccessibleHelp(Text.of("selfcheck.why.help"));
        VBox words = new VBox(2, says, sure);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        VBox buttons = new VBox(8, hold, why);
        hold.setMaxWidth(Double.MAX_VALUE);
        why.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(glyph, words, buttons);
        scope.watch(
                model.camera().reading(),
                reading -> {
                    hold.setDisable(reading.isEmpty());
                    why.setDisable(reading.isEmpty());
                    show(reading, model.camera().status().get());
                });
        scope.watch(
                model.camera().status(), status -> show(model.camera().reading().get(), status));
    }

    private void show(Optional<MachineReading> reading, Status status) {
        says.setText(
                reading.map(read -> SelfCheckTexts.reading(read, camera.isLive()))
                        .orElseGet(() -> waiting(status)));
        sure.setText(reading.map(SelfCheckTexts::sureness).orElse(""));
        Nodes.show(sure, reading.isPresent());
        says.getStyleClass().remove(WAITING);
        if (reading.isEmpty()) {
            says.getStyleClass().add(WAITING);
        }
        String label =
                reading.map(read -> read.uncertain() ? LabelLook.UNCERTAIN.label() : read.label())
                        .orElse("");
        if (!label.equals(drawn)) {
            drawn = label;
            glyph.getChildren().clear();
            if (!label.isEmpty()) {
                Canvas face = Glyphs.node(LabelLook.of(label), GLYPH);
                glyph.getChildren().add(face);
            }
            Nodes.show(glyph, !label.isEmpty());
        }
        Nodes.show(glyph, !label.isEmpty());
    }

    private static String waiting(Status status) {
        return switch (status) {
            case OFF, MISSING -> Text.of("selfcheck.status.off");
            case OPENING -> Text.of("selfcheck.status.opening");
            case NOBODY -> Text.of("selfcheck.status.nobody");
            case LOOKING, READING -> Text.of("selfcheck.status.looking");
        };
    }
}
