package org.classbarometer.ui.review.chart;

import java.util.List;
import javafx.scene.canvas.Canvas;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.look.Drawing;
import org.classbarometer.look.Field;
import org.classbarometer.look.Fill;
import org.classbarometer.look.Hue;
import org.classbarometer.look.LabelLook;
import org.classbarometer.session.SessionLine.Point;
import org.classbarometer.ui.look.CanvasPen;
import org.classbarometer.ui.look.Palette;

/// A session as a small stacked strip; where nothing is known it stays hatched. The words beside it
/// say the same.
public final class Sparkline extends Canvas {
    private static final int SLOTS = 40;
    // Pixels over the next slot: two edges in one pixel would let the ground through.
    private static final double OVERLAP = 0.7;

    public Sparkline(double width, double height) {
        super(width, height);
    }

    public void show(LabelSet labels, List<Point> points, Palette palette) {
        getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
        CanvasPen pen = new CanvasPen(getGraphicsContext2D(), palette);
        Field field = new Field(0, 0, getWidth(), getHeight(), 0, 1);
        pen.draw(field.span(0, 1, Fill.SUPPRESSED));
        double half = 0.5 / Math.clamp(points.size(), 1, SLOTS);
        List<Fill> fills =
                labels.labels().stream()
                        .map(label -> Fill.plain(LabelLook.of(label).fill().colour()))
                        .toList();
        for (Point point : points) {
            double from = Math.max(0, point.position() - half);
            double to = Math.min(1, point.position() + half + OVERLAP / getWidth());
            Field.Run slot = new Field.Run(new double[] {from, to}, List.of(point.shares()));
            // No edges: they would be all there is to see of something this small.
            pen.draw(
                    field.stacked(slot, fills).stream()
                            .filter(Drawing.Polygon.class::isInstance)
                            .toList());
        }
        pen.draw(
                new Drawing.Polyline(
                        new double[] {0.5, getWidth() - 0.5, getWidth() - 0.5, 0.5, 0.5},
                        new double[] {0.5, 0.5, getHeight() - 0.5, getHeight() - 0.5, 0.5},
                        Hue.GRID,
                        1,
                        0));
    }
}
