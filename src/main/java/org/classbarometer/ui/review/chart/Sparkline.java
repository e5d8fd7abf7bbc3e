package org.classbarometer.ui.review.chart;

import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.session.SessionOverview.Point;
import org.classbarometer.ui.look.ExpressionStyle;

/// A session as a small stacked strip; where nothing is known it stays hatched. The words beside it
/// say the same.
public final class Sparkline extends Canvas {
    private static final int SLOTS = 40;

    public Sparkline(double width, double height) {
        super(width, height);
    }

    public void show(LabelSet labels, List<Point> points, ChartColours colours) {
        GraphicsContext g = getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        g.setFill(colours.withheld());
        g.fillRect(0, 0, getWidth(), getHeight());
        double half = getWidth() / Math.min(SLOTS, Math.max(1, points.size())) / 2;
        for (Point point : points) {
            double x = point.position() * getWidth() - half;
            double y = getHeight();
            for (int i = 0; i < labels.size(); i++) {
                double height = point.shares()[i] * getHeight();
                g.setFill(ExpressionStyle.of(labels.labels().get(i)).colour());
                g.fillRect(x, y - height, 2 * half + 0.6, height);
                y -= height;
            }
        }
        g.setStroke(colours.lines());
        g.strokeRect(0.5, 0.5, getWidth() - 1, getHeight() - 1);
    }
}
