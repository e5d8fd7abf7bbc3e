package org.classbarometer.ui.review.chart;

import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;
import javafx.scene.paint.Paint;

/// The theme's colours for what is painted, and the fill of what is withheld.
///
/// @param text of axes and names
/// @param lines of the grid
/// @param ground behind charts
/// @param accent of the chosen moment
/// @param withheld hatching for suppressed buckets: coarse strokes on grey, which no expression has
public record ChartColours(Color text, Color lines, Color ground, Color accent, Paint withheld) {
    private static final int TILE = 12;

    public static ChartColours of(boolean dark) {
        return dark
                ? new ChartColours(
                        Color.web("#c9d1d9"),
                        Color.web("#30363d"),
                        Color.web("#0d1117"),
                        Color.web("#58a6ff"),
                        hatch(Color.web("#2b323b"), Color.web("#6e7681")))
                : new ChartColours(
                        Color.web("#3b434d"),
                        Color.web("#d0d7de"),
                        Color.WHITE,
                        Color.web("#0969da"),
                        hatch(Color.web("#eef1f4"), Color.web("#7d8792")));
    }

    private static Paint hatch(Color ground, Color stroke) {
        WritableImage tile = new WritableImage(TILE, TILE);
        PixelWriter pixels = tile.getPixelWriter();
        for (int y = 0; y < TILE; y++) {
            for (int x = 0; x < TILE; x++) {
                pixels.setColor(x, y, (x + TILE - y) % TILE < 2 ? stroke : ground);
            }
        }
        return new ImagePattern(tile, 0, 0, TILE, TILE, false);
    }
}
