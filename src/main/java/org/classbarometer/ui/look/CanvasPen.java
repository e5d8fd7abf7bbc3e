package org.classbarometer.ui.look;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import org.classbarometer.look.Drawing.Dot;
import org.classbarometer.look.Drawing.Polygon;
import org.classbarometer.look.Drawing.Polyline;
import org.classbarometer.look.Drawing.Shape;
import org.classbarometer.look.Hue;

/// Draws shapes on a canvas, one unit a pixel. JavaFX thread.
public record CanvasPen(GraphicsContext graphics, Palette palette) {
    public void draw(List<? extends Shape> shapes) {
        shapes.forEach(this::draw);
    }

    public void draw(Shape shape) {
        switch (shape) {
            case Polygon area -> {
                graphics.setGlobalAlpha(area.opacity());
                graphics.setFill(palette.paint(area.fill()));
                graphics.fillPolygon(area.xs(), area.ys(), area.xs().length);
                graphics.setGlobalAlpha(1);
            }
            case Polyline line -> {
                graphics.setStroke(palette.colour(line.colour()));
                graphics.setLineWidth(line.thickness());
                graphics.setLineDashes(
                        line.dash() > 0 ? new double[] {line.dash()} : new double[0]);
                graphics.strokePolyline(line.xs(), line.ys(), line.xs().length);
                graphics.setLineDashes();
            }
            case Dot dot -> {
                double left = dot.x() - dot.radius();
                double top = dot.y() - dot.radius();
                double across = 2 * dot.radius();
                graphics.setFill(palette.colour(dot.colour()));
                graphics.fillOval(left, top, across, across);
                graphics.setStroke(palette.colour(Hue.GROUND));
                graphics.setLineWidth(1.5);
                graphics.strokeOval(left, top, across, across);
            }
        }
    }
}
