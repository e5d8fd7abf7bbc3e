package org.classbarometer.ui.live.picture;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;

/// Draws boxes with rounded corners; in a crowd, where the corners would be a pixel or two, of plain rectangles.
/// Without a GPU the shape renderer would take most of the time that fifty faces' frame has; plain
/// rectangles it need not be asked for.
///
/// @param type size of the type beside the boxes, pixels, which corners and dashes go with
record BoxPen(GraphicsContext g, double type) {
    private static final double ROUNDED_FROM = 14;

    private boolean rounded() {
        return type >= ROUNDED_FROM;
    }

    void fill(LabelLayout.Bounds box) {
        if (rounded()) {
            double arc = type * 0.6;
            g.fillRoundRect(box.x(), box.y(), box.width(), box.height(), arc, arc);
        } else {
            g.fillRect(box.x(), box.y(), box.width(), box.height());
        }
    }

    /// In the context's stroke paint.
    ///
    /// @param line width; it lies across the box's edge
    /// @param dash length of the dashes; 0 for none
    /// @param gap between them
    void stroke(LabelLayout.Bounds box, double line, double dash, double gap) {
        if (!rounded()) {
            strokePlain(box, line, dash, gap);
            return;
        }
        double arc = type * 0.6;
        g.setLineCap(StrokeLineCap.BUTT);
        g.setLineWidth(line);
        if (dash > 0) {
            g.setLineDashes(dash, gap);
        } else {
            g.setLineDashes();
        }
        g.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), arc, arc);
    }

    private void strokePlain(LabelLayout.Bounds box, double line, double dash, double gap) {
        g.setFill(g.getStroke());
        double half = line / 2;
        double left = Math.rint(box.x() - half);
        double top = Math.rint(box.y() - half);
        double right = Math.rint(box.x() + box.width() - half);
        double bottom = Math.rint(box.y() + box.height() - half);
        double width = right - left + line;
        double height = bottom - top - line;
        level(left, top, width, line, dash, gap);
        level(left, bottom, width, line, dash, gap);
        upright(left, top + line, height, line, dash, gap);
        upright(right, top + line, height, line, dash, gap);
    }

    private void level(double x, double y, double length, double line, double dash, double gap) {
        double step = dash > 0 ? dash : length;
        for (double at = 0; at < length; at += step + gap) {
            g.fillRect(x + at, y, Math.min(step, length - at), line);
        }
    }

    private void upright(double x, double y, double length, double line, double dash, double gap) {
        double step = dash > 0 ? dash : length;
        for (double at = 0; at < length; at += step + gap) {
            g.fillRect(x, y + at, line, Math.min(step, length - at));
        }
    }
}
