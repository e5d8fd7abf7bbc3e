package org.classbarometer.ui.look;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;
import javafx.scene.paint.Paint;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/// Draws the glyphs and patterns of [ExpressionStyle]. JavaFX thread.
public final class Glyphs {
    private static final double FIELD = 24;
    private static final int TILE = 8;
    private static final Color INK = Color.web("#141a22");

    private final Map<String, Paint> fills = new HashMap<>();

    /// Draws a glyph with its top left corner at x, y.
    public static void draw(
            GraphicsContext g, ExpressionStyle style, double x, double y, double size) {
        g.save();
        g.translate(x, y);
        g.scale(size / FIELD, size / FIELD);
        g.setFill(style.colour());
        g.fillOval(1, 1, FIELD - 2, FIELD - 2);
        g.setStroke(INK);
        g.setLineDashes();
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setLineWidth(0.8);
        g.strokeOval(1, 1, FIELD - 2, FIELD - 2);
        g.setLineWidth(1.9);
        g.beginPath();
        g.appendSVGPath(style.glyph());
        g.stroke();
        g.restore();
    }

    /// The glyph as a control's picture.
    public static Canvas node(ExpressionStyle style, double size) {
        Canvas canvas = new Canvas(size, size);
        draw(canvas.getGraphicsContext2D(), style, 0, 0, size);
        return canvas;
    }

    /// Colour and pattern as one fill for areas.
    public Paint fill(ExpressionStyle style) {
        return fills.computeIfAbsent(style.label(), _ -> pattern(style));
    }

    private static Paint pattern(ExpressionStyle style) {
        if (style.pattern() == ExpressionStyle.Pattern.PLAIN) {
            return style.colour();
        }
        WritableImage tile = new WritableImage(TILE, TILE);
        PixelWriter pixels = tile.getPixelWriter();
        Color line = style.colour().interpolate(INK, 0.32);
        for (int y = 0; y < TILE; y++) {
            for (int x = 0; x < TILE; x++) {
                pixels.setColor(x, y, marked(style.pattern(), x, y) ? line : style.colour());
            }
        }
        return new ImagePattern(tile, 0, 0, TILE, TILE, false);
    }

    private static boolean marked(ExpressionStyle.Pattern pattern, int x, int y) {
        return switch (pattern) {
            case PLAIN -> false;
            case DOTS -> x % 4 < 2 && y % 4 < 2 && (x / 4 + y / 4) % 2 == 0;
            case VERTICAL -> x % 4 == 0;
            case HORIZONTAL -> y % 4 == 0;
            case RISING -> (x + y) % TILE < 2;
            case FALLING -> (x - y + TILE) % TILE < 2;
            case CROSSED -> (x + y) % TILE == 0 || (x - y + TILE) % TILE == 0;
            case SQUARES -> x % TILE < 4 && y % TILE < 4;
        };
    }
}
