package org.classbarometer.report.sheet;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A word or a name as outlines of the letters of this computer's fonts, in the order and the joined forms
/// of its script: for scripts that the font of a report lacks.
///
/// @param outline in ems: from 0 to `width`, and from 0 to [#HEIGHT] downwards
/// @param width   in ems
/// @param whole   whether the fonts have every letter; one that they lack is a box
record Lettering(Shape outline, double width, boolean whole) {
    private static final Logger LOG = LoggerFactory.getLogger(Lettering.class);

    /// Ems; so much stands above the line and below it.
    static final double HEIGHT = 1.25;

    static final double BELOW = 0.28;

    // Wider does not fit the paper in the size of a title.
    private static final double WIDEST = 24;
    private static final int SIZE = 100;
    private static final double BOX = 0.6;

    static Lettering of(String text) {
        try {
            return drawn(text);
        } catch (RuntimeException | InternalError | LinkageError without) {
            // A system without any font, or without the libraries to read one.
            LOG.debug("No fonts on this system", without);
            return boxes(text);
        }
    }

    private static Lettering drawn(String text) {
        Font font = new Font(Font.DIALOG, Font.PLAIN, SIZE);
        TextLayout layout = new TextLayout(text, font, new FontRenderContext(null, true, true));
        double width = layout.getAdvance() / SIZE;
        double scale = Math.min(1, WIDEST / width);
        AffineTransform place = AffineTransform.getTranslateInstance(0, HEIGHT - BELOW);
        place.scale(scale / SIZE, scale / SIZE);
        return new Lettering(
                layout.getOutline(place), width * scale, font.canDisplayUpTo(text) < 0);
    }

    private static Lettering boxes(String text) {
        Path2D boxes = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        int letters = (int) Math.min(text.codePoints().count(), (long) (WIDEST / BOX));
        for (int i = 0; i < letters; i++) {
            double bottom = HEIGHT - BELOW;
            boxes.append(box(i * BOX + 0.05, bottom - 0.7, BOX - 0.1, 0.7), false);
            boxes.append(box(i * BOX + 0.1, bottom - 0.65, BOX - 0.2, 0.6), false);
        }
        return new Lettering(boxes, letters * BOX, false);
    }

    private static Shape box(double x, double y, double width, double height) {
        return new Rectangle2D.Double(x, y, width, height);
    }
}
