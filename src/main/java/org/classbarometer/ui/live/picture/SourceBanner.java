package org.classbarometer.ui.live.picture;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.classbarometer.frame.SourceState;
import org.classbarometer.text.Text;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.source.SourceNames;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// What the source is doing when it is not simply playing, and the way on.
final class SourceBanner extends HBox {
    private final LiveViewModel model;
    private final Label text = new Label();
    private final Button again = new Button();

    SourceBanner(LiveViewModel model, Scope scope) {
        super(12);
        this.model = model;
        setAlignment(Pos.CENTER_LEFT);
        Nodes.named(this, "source-banner", "source-banner");
        text.setWrapText(true);
        text.setMaxWidth(520);
        HBox.setHgrow(text, Priority.ALWAYS);
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.setGraphic(new FontIcon(MaterialDesignR.RESTART));
        again.setOnAction(_ -> {
            if (model.paused().get()) {
                model.togglePause();
            } else {
                model.playAgain();
            }
        });
        again.setId("play-again");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        scope.watch(model.state(), this::show);
        scope.watch(model.paused(), _ -> show(model.state().get()));
        // A source plays a while before its first picture is analysed and shown.
        scope.watch(model.frame().map(Optional::isPresent), _ -> show(model.state().get()));
    }

    private void show(Optional<SourceState> state) {
        getChildren().clear();
        getStyleClass().remove("source-banner-problem");
        state.ifPresent(this::fill);
        setVisible(!getChildren().isEmpty());
    }

    private void fill(SourceState state) {
        switch (state) {
            case SourceState.Playing playing -> {
                if (model.paused().get()) {
                    showText(icon(MaterialDesignP.PAUSE), Text.of("ui.source.paused"));
                    offer("ui.goon");
                } else if (model.frame().get().isEmpty()) {
                    showText(busy(), Text.of("ui.source.opening", SourceNames.of(playing.name())));
                }
            }
            case SourceState.Opening opening ->
                    showText(busy(), Text.of("ui.source.opening", SourceNames.of(opening.name())));
            case SourceState.Waiting waiting ->
                    showText(busy(), Text.of("ui.source.waiting", waiting.problem()));
            case SourceState.Ended ended -> {
                showText(
                        icon(MaterialDesignF.FLAG_CHECKERED),
                        Text.of("ui.source.ended", SourceNames.of(ended.name())));
                offer("ui.source.ended.again");
            }
            case SourceState.Failed failed -> {
                getStyleClass().add("source-banner-problem");
                showText(icon(MaterialDesignA.ALERT_CIRCLE_OUTLINE), failed.problem());
                offer("ui.source.failed.again");
            }
        }
    }

    private void showText(Node picture, String words) {
        text.setText(words);
        getChildren().addAll(picture, text);
    }

    private void offer(String key) {
        again.setText(Text.of(key));
        again.getStyleClass().remove(Styles.ACCENT);
        again.getStyleClass().add(Styles.ACCENT);
        getChildren().add(again);
    }

    private static Node busy() {
        ProgressIndicator busy = Nodes.styled(new ProgressIndicator(), "moving");
        busy.setMinSize(22, 22);
        busy.setPrefSize(22, 22);
        busy.setAccessibleText(Text.of("ui.source.busy"));
        // In its place where motion is to be reduced.
        FontIcon still = Nodes.styled(new FontIcon(MaterialDesignT.TIMER_SAND), "still");
        return new StackPane(busy, still);
    }

    private static Node icon(Ikon ikon) {
        return new FontIcon(ikon);
    }
}
