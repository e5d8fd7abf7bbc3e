package org.classbarometer.evaluate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.classbarometer.look.Drawing;
import org.classbarometer.look.Fill;
import org.classbarometer.look.Hue;
import org.classbarometer.look.SvgPen;

/// A picture of a report: shapes and the words on and beside them, written as SVG in the colours of
/// the page it stands on, light or dark. Built by one thread.
public final class LabelledDrawing {
    /// Words on an area of [Hue#ACCENT].
    static final Hue ON_ACCENT = Hue.GROUND;

    // Coordinates of the shapes are pixels here; words are set in the page's type.
    private static final String STYLE = "font: 12px system-ui, sans-serif";

    /// Where a text begins, ends or has its middle.
    public enum Anchor {
        START,
        MIDDLE,
        END
    }

    /// @param x pixels from the left
    /// @param y pixels from the top
    public record Point(double x, double y) {}

    private final int width;
    private final int height;
    private final List<Drawing.Shape> shapes = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();

    /// @param width pixels
    /// @param height pixels
    public LabelledDrawing(int width, int height) {
        this.width = width;
        this.height = height;
    }

    public void add(Drawing.Shape shape) {
        shapes.add(shape);
    }

    /// A box of one colour.
    ///
    /// @param opacity in [0, 1]
    public void box(Hue colour, Point corner, double wide, double high, double opacity) {
        Drawing.Polygon box =
                Drawing.Polygon.box(
                        corner.x,
                        corner.y,
                        Math.max(0, wide),
                        Math.max(0, high),
                        Fill.plain(colour));
        shapes.add(new Drawing.Polygon(box.xs(), box.ys(), box.fill(), opacity));
    }

    /// @param baseline its start, middle or end
    public void text(Hue colour, Anchor anchor, Point baseline, String text) {
        words.append(
                "<text text-anchor=\"%s\" x=\"%s\" y=\"%s\"%s>%s</text>%n"
                        .formatted(
                                anchor.name().toLowerCase(Locale.ROOT),
                                SvgPen.number(baseline.x),
                                SvgPen.number(baseline.y),
                                SvgPen.colour("fill", colour),
                                Html.escaped(text)));
    }

    /// A text that reads upwards around its middle.
    public void upright(Point middle, String text) {
        words.append(
                "<text text-anchor=\"middle\" transform=\"translate(%s %s) rotate(-90)\"%s>%s</text>%n"
                        .formatted(
                                SvgPen.number(middle.x),
                                SvgPen.number(middle.y),
                                SvgPen.colour("fill", Hue.FAINT),
                                Html.escaped(text)));
    }

    /// For a page that says which of light and dark it has.
    String inPage(String description) {
        return svg(description, "");
    }

    /// A file of its own.
    String alone(String description) {
        String ground =
                "<style>:root { color-scheme: light dark; }</style>\n"
                        + "<rect width=\"100%%\" height=\"100%%\"%s/>%n"
                                .formatted(SvgPen.colour("fill", Hue.GROUND));
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg(description, ground);
    }

    private String svg(String description, String first) {
        return ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %s\" width=\"%s\""
                                + " height=\"%s\" role=\"img\" aria-label=\"%s\" style=\"%s\">%n")
                        .formatted(
                                SvgPen.number(width),
                                SvgPen.number(height),
                                SvgPen.number(width),
                                SvgPen.number(height),
                                Html.escaped(description),
                                STYLE)
                + first
                + new SvgPen().shapes(new Drawing(width, height, shapes))
                + words
                + "</svg>\n";
    }
}
