package org.classbarometer.ui.live.picture;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.classbarometer.text.Text;
import org.classbarometer.ui.feed.LiveFrame;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.classbarometer.ui.live.model.SidePanel;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Scope;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/// The picture with all that lies over it, fitted into the space there is. Picture, boxes and face
/// buttons change together, so that the overlay always belongs to the frame below it.
public final class PicturePane extends Region {
    private static final double ABOVE_LABELS = -1;
    private static final double ABOVE_ALL = -2;

    private final LiveViewModel model;
    private final ImageView picture = new ImageView();
    private final FaceOverlay overlay = new FaceOverlay();
    private final FaceTargets targets;
    private final MaskLayer masks;
    private final SourceBanner banner;
    private final VBox nothing = Nodes.styled(new VBox(12), "picture-nothing");
    private final Rectangle rounded = new Rectangle();

    public PicturePane(LiveViewModel model, Scope scope) {
        this.model = model;
        Nodes.named(this, "picture", "picture-pane");
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText(Text.of("ui.picture"));
        targets = new FaceTargets(model.side()::explain);
        masks = new MaskLayer(model.masks(), scope);
        banner = new SourceBanner(model, scope);
        banner.setViewOrder(ABOVE_ALL);
        picture.setSmooth(true);
        picture.setMouseTransparent(true);
        Label stopped = new Label(Text.of("ui.picture.stopped"));
        stopped.setWrapText(true);
        nothing.getChildren().addAll(new FontIcon(MaterialDesignV.VIDEO_OFF_OUTLINE), stopped);
        nothing.setAlignment(Pos.CENTER);
        rounded.setArcWidth(16);
        rounded.setArcHeight(16);
        setClip(rounded);
        getChildren().addAll(nothing, picture, masks, overlay, targets, banner);
        setMinSize(320, 180);

        scope.watch(model.frame(), this::show);
        scope.onChange(model.labelsFaces(), this::redraw);
        scope.watch(
                model.side().chosenTrack(),
                track -> {
                    redraw();
                    targets.follow(track.intValue());
                });
        scope.watch(
                model.state(),
                state -> {
                    nothing.setVisible(state.isEmpty());
                    requestLayout();
                });
        scope.watch(
                model.side().content(),
                panel -> {
                    boolean editing = panel == SidePanel.Content.MASKS;
                    masks.edit(editing);
                    // Its handles must be seen and reached; otherwise labels are read over masks.
                    masks.setViewOrder(editing ? ABOVE_LABELS : 0);
                    targets.setMouseTransparent(editing);
                });
    }

    public MaskLayer masks() {
        return masks;
    }

    private void show(Optional<LiveFrame> frame) {
        boolean there = frame.isPresent();
        picture.setVisible(there);
        overlay.setVisible(there);
        masks.setVisible(there);
        if (there) {
            LiveFrame shown = frame.get();
            picture.setImage(shown.picture().refreshed());
            placePicture(shown.picture().width(), shown.picture().height());
            drawOver(shown);
        } else {
            picture.setImage(null);
            overlay.clear();
            targets.clear();
        }
    }

    private void redraw() {
        model.frame().get().ifPresent(this::drawOver);
    }

    private void drawOver(LiveFrame frame) {
        // A frame may still be of the label set before.
        boolean labelled = model.labelsFaces().get() && !frame.mood().labels().experimental();
        overlay.draw(frame, labelled, model.side().chosenTrack().get());
        if (labelled) {
            targets.show(frame, overlay.getWidth() / frame.picture().width());
        } else {
            targets.clear();
        }
    }

    @Override
    protected void layoutChildren() {
        rounded.setWidth(getWidth());
        rounded.setHeight(getHeight());
        nothing.resizeRelocate(0, 0, getWidth(), getHeight());
        model.frame()
                .get()
                .ifPresent(frame -> {
                    placePicture(frame.picture().width(), frame.picture().height());
                    drawOver(frame);
                });
        double width = Math.min(banner.prefWidth(-1), getWidth() - 32);
        double height = banner.prefHeight(width);
        double y = model.frame().get().isPresent() ? 16 : (getHeight() - height) / 2;
        banner.resizeRelocate((getWidth() - width) / 2, y, width, height);
    }

    private void placePicture(int width, int height) {
        Rectangle2D place = fitted(width, height, getWidth(), getHeight());
        picture.setFitWidth(place.getWidth());
        picture.setFitHeight(place.getHeight());
        picture.relocate(place.getMinX(), place.getMinY());
        overlay.relocate(place.getMinX(), place.getMinY());
        if (overlay.getWidth() != place.getWidth() || overlay.getHeight() != place.getHeight()) {
            overlay.setWidth(place.getWidth());
            overlay.setHeight(place.getHeight());
        }
        targets.resizeRelocate(
                place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight());
        masks.resizeRelocate(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight());
    }

    /// The largest place of the picture's shape, in the middle.
    static Rectangle2D fitted(double width, double height, double spaceX, double spaceY) {
        double scale = Math.max(1e-3, Math.min(spaceX / width, spaceY / height));
        double w = Math.max(1, Math.round(width * scale));
        double h = Math.max(1, Math.round(height * scale));
        return new Rectangle2D(Math.round((spaceX - w) / 2), Math.round((spaceY - h) / 2), w, h);
    }
}
