package org.classbarometer.ui.look;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;
import javafx.scene.paint.Paint;
import org.classbarometer.look.Fill;
import org.classbarometer.look.Hatch;
import org.classbarometer.look.Hue;
import org.classbarometer.look.Pattern;

/// The colours and fills of [org.classbarometer.look] as JavaFX paints them, on a light or a dark
/// ground. JavaFX thread.
public final class Palette {
    // Points looked at for the colour of one pixel, across and down.
    private static final int SAMPLES = 4;

    private final boolean dark;
    private final Map<Fill, Paint> paints = new HashMap<>();

    public Palette(boolean dark) {
        this.dark = dark;
    }

    public boolean isDark() {
        return dark;
    }

    public Color colour(Hue hue) {
        return Color.web(dark ? hue.dark() : hue.light());
    }

    /// Colour and pattern as one fill for areas.
    public Paint paint(Fill fill) {
        return paints.computeIfAbsent(
                fill, _ -> fill.pattern() == Pattern.PLAIN ? colour(fill.colour()) : tile(fill));
    }

    private Paint tile(Fill fill) {
        int side = fill.pattern().period();
        Hatch hatch = Hatch.over(fill.pattern(), -side, -side, 2 * side, 2 * side);
        WritableImage tile = new WritableImage(side, side);
        PixelWriter pixels = tile.getPixelWriter();
        Color ground = colour(fill.colour());
        Color strokes = colour(fill.strokes());
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                pixels.setColor(x, y, ground.interpolate(strokes, covered(hatch, x, y)));
            }
        }
        return new ImagePattern(tile, 0, 0, side, side, false);
    }

    private static double covered(Hatch hatch, int x, int y) {
        int covered = 0;
        for (int i = 0; i < SAMPLES * SAMPLES; i++) {
            double across = x + (i % SAMPLES + 0.5) / SAMPLES;
            double down = y + (Math.floorDiv(i, SAMPLES) + 0.5) / SAMPLES;
            covered += hatch.covers(across, down) ? 1 : 0;
        }
        return (double) covered / (SAMPLES * SAMPLES);
    }
}
