package org.classbarometer.ui;

import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.StrokeLineCap;

/// The window's icon, drawn at any size: a barometer's dial with its needle. JavaFX thread.
final class AppIcon {
    private AppIcon() {}

    /// @param size pixels on a side
    static Image of(int size) {
        Canvas canvas = new Canvas(size, size);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.scale(size / 64.0, size / 64.0);
        g.setFill(Color.web("#12324f"));
        g.fillRoundRect(2, 2, 60, 60, 18, 18);
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineWidth(7);
        g.setStroke(Color.web("#74adff"));
        g.strokeArc(13, 15, 38, 38, 150, 60, ArcType.OPEN);
        g.setStroke(Color.web("#66d791"));
        g.strokeArc(13, 15, 38, 38, 75, 55, ArcType.OPEN);
        g.setStroke(Color.web("#ffc53d"));
        g.strokeArc(13, 15, 38, 38, -30, 82, ArcType.OPEN);
        g.setStroke(Color.WHITE);
        g.setLineWidth(5);
        g.strokeLine(32, 36, 41, 25);
        g.setFill(Color.WHITE);
        g.fillOval(27, 31, 10, 10);
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        return canvas.snapshot(clear, null);
    }
}
