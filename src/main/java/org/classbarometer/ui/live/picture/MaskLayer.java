package org.classbarometer.ui.live.picture;

import javafx.collections.ListChangeListener;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.classbarometer.face.Masks;
import org.classbarometer.text.Text;
import org.classbarometer.ui.live.model.MaskList;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Scope;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/// The masks over the picture. They are always outlined; while masks are edited, dragging on the
/// picture draws one, dragging a mask moves it, its corner resizes it and its cross removes it. The
/// keyboard does the same: arrows move, Shift and arrows resize, Delete removes.
public final class MaskLayer extends Pane {
    private static final double STEP = 0.01;

    private final MaskList masks;
    private final Rectangle drawing = Nodes.styled(new Rectangle(), "mask-drawing");
    private Point2D from = Point2D.ZERO;
    private boolean editing;

    MaskLayer(MaskList masks, Scope scope) {
        this.masks = masks;
        setPickOnBounds(false);
        drawing.setManaged(false);
        drawing.setVisible(false);
        scope.<Masks.Region>watchList(masks.regions(), this::changed);
        rebuild();
        setOnMousePressed(this::begin);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(_ -> finish());
        setAccessibleText(Text.of("ui.masks"));
    }

    /// @param on whether the mouse draws masks
    void edit(boolean on) {
        editing = on;
        setPickOnBounds(on);
        setCursor(on ? Cursor.CROSSHAIR : Cursor.DEFAULT);
        rebuild();
    }

    /// Puts the focus on a mask.
    public void focus(int index) {
        getChildren().get(index).requestFocus();
    }

    // A moved mask keeps its node, and with it the focus and the drag going on.
    private void changed(ListChangeListener.Change<? extends Masks.Region> change) {
        while (change.next()) {
            if (change.wasReplaced() && change.getAddedSize() == change.getRemovedSize()) {
                requestLayout();
            } else {
                rebuild();
            }
        }
    }

    private void rebuild() {
        boolean hadFocus = getChildren().stream().anyMatch(node -> node.isFocusWithin());
        getChildren().clear();
        for (int i = 0; i < masks.regions().size(); i++) {
            getChildren().add(new MaskNode(i));
        }
        getChildren().add(drawing);
        if (hadFocus && masks.regions().isEmpty()) {
            getParent().requestFocus();
        } else if (hadFocus) {
            focus(masks.regions().size() - 1);
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        for (int i = 0; i < masks.regions().size(); i++) {
            Masks.Region r = masks.regions().get(i);
            getChildren()
                    .get(i)
                    .resizeRelocate(
                            r.x() * getWidth(),
                            r.y() * getHeight(),
                            r.width() * getWidth(),
                            r.height() * getHeight());
        }
    }

    private void begin(MouseEvent event) {
        if (editing && event.getTarget() == this) {
            from = within(event);
            drawing.setX(from.getX());
            drawing.setY(from.getY());
            drawing.setWidth(0);
            drawing.setHeight(0);
            drawing.setVisible(true);
        }
    }

    private void drag(MouseEvent event) {
        if (drawing.isVisible()) {
            Point2D to = within(event);
            drawing.setX(Math.min(from.getX(), to.getX()));
            drawing.setY(Math.min(from.getY(), to.getY()));
            drawing.setWidth(Math.abs(to.getX() - from.getX()));
            drawing.setHeight(Math.abs(to.getY() - from.getY()));
        }
    }

    private Point2D within(MouseEvent event) {
        return new Point2D(
                Math.clamp(event.getX(), 0, getWidth()), Math.clamp(event.getY(), 0, getHeight()));
    }

    private void finish() {
        if (!drawing.isVisible()) {
            return;
        }
        drawing.setVisible(false);
        double x = drawing.getX() / getWidth();
        double y = drawing.getY() / getHeight();
        double width = Math.min(drawing.getWidth() / getWidth(), 1 - x);
        double height = Math.min(drawing.getHeight() / getHeight(), 1 - y);
        // A click is not a mask.
        if (width >= MaskList.SMALLEST && height >= MaskList.SMALLEST) {
            masks.add(new Masks.Region(x, y, width, height));
        }
    }

    private final class MaskNode extends StackPane {
        private final int index;
        private Point2D last = Point2D.ZERO;

        MaskNode(int index) {
            this.index = index;
            setManaged(false);
            getStyleClass().add("mask");
            setId("mask-" + (index + 1));
            setFocusTraversable(editing);
            setMouseTransparent(!editing);
            setAccessibleRole(AccessibleRole.NODE);
            setAccessibleText(Text.of("ui.masks.item", index + 1));
            setAccessibleHelp(Text.of("ui.masks.keys"));
            Label name =
                    Nodes.styled(
                            new Label(
                                    Text.of("ui.masks.item", index + 1),
                                    new FontIcon(MaterialDesignE.EYE_OFF_OUTLINE)),
                            "mask-name");
            name.setMinWidth(0);
            StackPane.setAlignment(name, Pos.BOTTOM_LEFT);
            getChildren().add(name);
            if (editing) {
                getChildren().addAll(corner(), removal());
                setCursor(Cursor.MOVE);
            }
            setOnKeyPressed(this::key);
            setOnMousePressed(event -> {
                last = new Point2D(event.getSceneX(), event.getSceneY());
                requestFocus();
                event.consume();
            });
            setOnMouseDragged(event -> follow(event, false));
            setOnMouseReleased(MouseEvent::consume);
        }

        private Button removal() {
            Button remove = new Button("", new FontIcon(MaterialDesignC.CLOSE));
            remove.getStyleClass().add("mask-remove");
            remove.setFocusTraversable(false);
            remove.setCursor(Cursor.HAND);
            remove.setAccessibleText(Text.of("ui.masks.remove", index + 1));
            remove.setOnAction(_ -> masks.remove(index));
            StackPane.setAlignment(remove, Pos.TOP_RIGHT);
            return remove;
        }

        private Region corner() {
            Label corner = new Label("", new FontIcon(MaterialDesignR.RESIZE_BOTTOM_RIGHT));
            corner.getStyleClass().add("mask-corner");
            corner.setCursor(Cursor.SE_RESIZE);
            corner.setOnMouseDragged(event -> {
                follow(event, true);
                event.consume();
            });
            StackPane.setAlignment(corner, Pos.BOTTOM_RIGHT);
            return corner;
        }

        private void follow(MouseEvent event, boolean resize) {
            Point2D now = new Point2D(event.getSceneX(), event.getSceneY());
            double x = (now.getX() - last.getX()) / MaskLayer.this.getWidth();
            double y = (now.getY() - last.getY()) / MaskLayer.this.getHeight();
            last = now;
            change(resize, x, y);
            event.consume();
        }

        private void change(boolean resize, double x, double y) {
            if (resize) {
                masks.resize(index, x, y);
            } else {
                masks.move(index, x, y);
            }
        }

        private void key(KeyEvent event) {
            boolean resize = event.isShiftDown();
            switch (event.getCode()) {
                case LEFT -> change(resize, -STEP, 0);
                case RIGHT -> change(resize, STEP, 0);
                case UP -> change(resize, 0, -STEP);
                case DOWN -> change(resize, 0, STEP);
                case DELETE, BACK_SPACE -> masks.remove(index);
                default -> {
                    return;
                }
            }
            event.consume();
        }
    }
}
