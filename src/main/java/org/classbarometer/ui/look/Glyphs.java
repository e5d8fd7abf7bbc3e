package org.classbarometer.ui.look;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.classbarometer.look.Hue;
import org.classbarometer.look.LabelLook;

/// Draws the glyphs of [LabelLook]: bright discs with dark strokes, on any ground. JavaFX thread.
public final class Glyphs {
    private static final double FIELD = 24;

    private Glyphs() {}

    /// Draws a glyph with its top left corner at x, y.
    public static void draw(GraphicsContext g, LabelLook look, double x, double y, double size) {
        g.save();
        g.translate(x, y);
        g.scale(size / FIELD, size / FIELD);
        g.setFill(colour(look));
        g.fillOval(1, 1, FIELD - 2, FIELD - 2);
        g.setStroke(Color.web(Hue.INK.light()));
        g.setLineDashes();
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setLineWidth(0.8);
        g.strokeOval(1, 1, FIELD - 2, FIELD - 2);
        g.setLineWidth(1.9);
        g.beginPath();
        g.appendSVGPath(look.glyph());
        g.stroke();
        g.restore();
    }

    /// A label's colour over pictures and on the dark plates there.
    public static Color colour(LabelLook look) {
        return Color.web(look.fill().colour().light());
    }

    /// The glyph as a control's picture.
    public static Canvas node(LabelLook look, double size) {
        Canvas canvas = new Canvas(size, size);
        draw(canvas.getGraphicsContext2D(), look, 0, 0, size);
        return canvas;
    }
}
