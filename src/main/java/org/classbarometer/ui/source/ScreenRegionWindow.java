package org.classbarometer.ui.source;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.Window;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.text.Text;
import org.classbarometer.ui.look.Nodes;

/// A see-through window over the primary screen on which a rectangle is dragged. It takes no picture
/// of the screen; it only measures.
public final class ScreenRegionWindow {
    private static final double SMALLEST = 32;

    private final Stage stage = new Stage(StageStyle.TRANSPARENT);
    private final Rectangle rectangle = new Rectangle();
    private final Screen screen = Screen.getPrimary();
    private final Consumer<SourceChoice.Region> chosen;
    private double fromX;
    private double fromY;

    /// @param chosen told the region in screen pixels; not called when Escape is pressed
    public ScreenRegionWindow(Window owner, Consumer<SourceChoice.Region> chosen) {
        this.chosen = chosen;
        Rectangle2D bounds = screen.getBounds();
        Label hint = Nodes.styled(new Label(Text.of("ui.screen.drag.hint")), "region-hint");
        hint.setStyle(
                "-fx-background-color: #0d1218; -fx-text-fill: white; -fx-padding: 12 18;"
                        + " -fx-background-radius: 8; -fx-font-size: 18px;");
        hint.relocate(bounds.getWidth() / 2 - 260, 60);
        rectangle.setFill(Color.web("#ffffff", 0.25));
        rectangle.setStroke(Color.web("#1f6feb"));
        rectangle.setStrokeWidth(3);
        rectangle.setVisible(false);
        Pane pane = new Pane(rectangle, hint);
        // Not quite clear: a fully clear window lets the mouse through.
        pane.setStyle("-fx-background-color: rgba(13, 18, 24, 0.35);");
        pane.setCursor(Cursor.CROSSHAIR);
        pane.setOnMousePressed(this::begin);
        pane.setOnMouseDragged(this::drag);
        pane.setOnMouseReleased(_ -> finish());
        Scene scene = new Scene(pane, bounds.getWidth(), bounds.getHeight(), Color.TRANSPARENT);
        scene.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                stage.close();
            }
        });
        stage.initOwner(owner);
        stage.setScene(scene);
        stage.setX(bounds.getMinX());
        stage.setY(bounds.getMinY());
        stage.setAlwaysOnTop(true);
        stage.setTitle(Text.of("ui.screen.title"));
    }

    public void show() {
        stage.show();
        stage.requestFocus();
    }

    private void begin(MouseEvent event) {
        fromX = event.getX();
        fromY = event.getY();
        rectangle.setWidth(0);
        rectangle.setHeight(0);
        rectangle.setVisible(true);
    }

    private void drag(MouseEvent event) {
        rectangle.setX(Math.min(fromX, event.getX()));
        rectangle.setY(Math.min(fromY, event.getY()));
        rectangle.setWidth(Math.abs(event.getX() - fromX));
        rectangle.setHeight(Math.abs(event.getY() - fromY));
    }

    private void finish() {
        Optional<SourceChoice.Region> region =
                inPixels(
                        new Rectangle2D(
                                rectangle.getX(),
                                rectangle.getY(),
                                rectangle.getWidth(),
                                rectangle.getHeight()),
                        screen.getOutputScaleX(),
                        screen.getOutputScaleY());
        rectangle.setVisible(false);
        region.ifPresent(picked -> {
            stage.close();
            chosen.accept(picked);
        });
    }

    /// From the window's units to screen pixels; empty when too small to mean anything.
    static Optional<SourceChoice.Region> inPixels(Rectangle2D drawn, double scaleX, double scaleY) {
        if (drawn.getWidth() < SMALLEST || drawn.getHeight() < SMALLEST) {
            return Optional.empty();
        }
        return Optional.of(
                new SourceChoice.Region(
                        (int) Math.round(drawn.getMinX() * scaleX),
                        (int) Math.round(drawn.getMinY() * scaleY),
                        (int) Math.round(drawn.getWidth() * scaleX),
                        (int) Math.round(drawn.getHeight() * scaleY)));
    }
}
