package org.classbarometer.ui.selfcheck.card;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.TextAlignment;
import org.classbarometer.text.Text;
import org.classbarometer.ui.feed.LiveFrame;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.selfcheck.model.OwnCamera;
import org.classbarometer.ui.selfcheck.model.OwnCamera.Status;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The own face as in a mirror, everything else blurred, without boxes or numbers on it; the camera's
/// state where there is no picture.
public final class OwnPicturePane extends Region {
    private static final double MARGIN = 24;
    private static final String OFF = "own-picture-off";

    private final OwnCamera camera;
    private final ImageView picture = new ImageView();
    private final Label words = new Label();
    private final VBox nothing =
            new VBox(14, new FontIcon(MaterialDesignC.CAMERA_OFF_OUTLINE), words);
    private final Label hint = Nodes.named(new Label(), "own-hint", "selfcheck-hint");
    private final Rectangle rounded = new Rectangle();

    public OwnPicturePane(OwnCamera camera, Scope scope) {
        this.camera = camera;
        Nodes.named(this, "own-picture", "picture-pane");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(Text.of("selfcheck.picture"));
        picture.setSmooth(true);
        // People know their face from the mirror.
        picture.setScaleX(-1);
        words.setWrapText(true);
        words.setTextAlignment(TextAlignment.CENTER);
        nothing.setAlignment(Pos.CENTER);
        nothing.getStyleClass().add("picture-nothing");
        hint.setWrapText(true);
        rounded.setArcWidth(24);
        rounded.setArcHeight(24);
        setClip(rounded);
        setMinSize(280, 200);
        getChildren().addAll(nothing, picture, hint);
        scope.watch(camera.frame(), this::show);
        scope.watch(camera.status(), this::showStatus);
    }

    private void show(Optional<LiveFrame> frame) {
        picture.setVisible(frame.isPresent());
        getStyleClass().remove(OFF);
        if (frame.isEmpty()) {
            getStyleClass().add(OFF);
        }
        nothing.setVisible(frame.isEmpty());
        picture.setImage(frame.map(shown -> shown.picture().refreshed()).orElse(null));
        requestLayout();
    }

    private void showStatus(Status status) {
        words.setText(
                switch (status) {
                    case OPENING -> Text.of("selfcheck.camera.opening");
                    case MISSING -> Text.of("selfcheck.camera.missing");
                    case OFF, NOBODY, LOOKING, READING -> Text.of("selfcheck.camera.off");
                });
        boolean alone = status == Status.NOBODY && camera.isLive();
        boolean others = camera.frame().get().isPresent() && !camera.isLive();
        hint.setText(
                others
                        ? Text.of("selfcheck.camera.others")
                        : alone ? Text.of("selfcheck.camera.nobody") : "");
        hint.setVisible(alone || others);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        rounded.setWidth(getWidth());
        rounded.setHeight(getHeight());
        nothing.resizeRelocate(MARGIN, 0, getWidth() - 2 * MARGIN, getHeight());
        camera.frame()
                .get()
                .ifPresent(frame -> fit(frame.picture().width(), frame.picture().height()));
        double width = Math.min(hint.prefWidth(-1), getWidth() - 2 * MARGIN);
        double height = hint.prefHeight(width);
        double bottom = picture.getLayoutY() + picture.getFitHeight();
        hint.resizeRelocate(
                snapPositionX((getWidth() - width) / 2),
                snapPositionY(bottom - height - MARGIN / 2),
                width,
                height);
    }

    private void fit(double width, double height) {
        double scale = Math.min(getWidth() / width, getHeight() / height);
        picture.setFitWidth(width * scale);
        picture.setFitHeight(height * scale);
        picture.relocate(
                snapPositionX((getWidth() - width * scale) / 2),
                snapPositionY((getHeight() - height * scale) / 2));
    }
}
