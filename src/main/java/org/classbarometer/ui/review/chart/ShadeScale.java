package org.classbarometer.ui.review.chart;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Rectangle;
import org.classbarometer.look.Fill;
import org.classbarometer.review.WeekGrid;
import org.classbarometer.text.Text;
import org.classbarometer.ui.look.Palette;
import org.classbarometer.ui.look.Percent;

/// What the shades of a [HeatMap] say: from none to the largest share, and what is not told.
public final class ShadeScale extends HBox {
    private static final int SHADES = 5;
    private static final double WIDTH = 20;
    private static final double HEIGHT = 14;
    private static final double APART = 14;

    public ShadeScale() {
        super(3);
        setAlignment(Pos.CENTER_LEFT);
    }

    /// @param which index of the label that the map shows
    public void show(WeekGrid grid, int which, HeatMap map, Palette palette) {
        getChildren().setAll(new Label(Percent.of(0)));
        for (int i = 0; i < SHADES; i++) {
            double part = (double) i / (SHADES - 1);
            getChildren().add(new Rectangle(WIDTH, HEIGHT, map.shade(part)));
        }
        Rectangle hatched = new Rectangle(WIDTH, HEIGHT, palette.paint(Fill.SUPPRESSED));
        setMargin(hatched, new Insets(0, 0, 0, APART));
        getChildren()
                .addAll(
                        new Label(Percent.of(grid.largest(which))),
                        hatched,
                        new Label(Text.of("review.legend.untold")));
    }
}
