package org.classbarometer.evaluate.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A picture of lines, areas and words, written as SVG 1.1 in the colours of the page it stands on,
/// light or dark. Built by one thread.
public final class Drawing {
    /// The colours, as CSS custom properties, for the page and for pictures that stand alone. Text
    /// and series keep 4.5 to 1 against their ground in both.
    static final String COLOURS =
            """
            :root { color-scheme: light dark; --paper: #ffffff; --ink: #1f2328; --faint: #59636e;
              --grid: #d1d9e0; --accent: #0b63c5; --on-accent: #ffffff; --second: #b3400b; }
            @media (prefers-color-scheme: dark) { :root { --paper: #0f141a; --ink: #e6edf3;
              --faint: #9aa6b2; --grid: #343d47; --accent: #6cb2ff; --on-accent: #0f141a;
              --second: #ffa066; } }
            """;

    /// What the shapes look like.
    static final String SHAPES =
            """
            svg text { font: 12px system-ui, sans-serif; fill: var(--ink); }
            svg .faint { fill: var(--faint); } svg .on { fill: var(--on-accent); }
            svg .grid { stroke: var(--grid); fill: none; }
            svg .ideal { stroke: var(--faint); stroke-dasharray: 5 4; fill: none; }
            svg .area { fill: var(--accent); } svg .ground { fill: var(--grid); }
            svg .line { stroke: var(--accent); stroke-width: 2; fill: none; }
            svg .mark { fill: var(--second); stroke: var(--paper); stroke-width: 1.5; }
            """;

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
    private final StringBuilder shapes = new StringBuilder();

    /// @param width pixels
    /// @param height pixels
    public Drawing(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /// @param look class of [#SHAPES]: `grid`, `ideal`, `line`
    public void line(String look, List<Point> points) {
        String path =
                points.stream()
                        .map(point -> number(point.x) + "," + number(point.y))
                        .collect(Collectors.joining(" "));
        shapes.append("<polyline class=\"%s\" points=\"%s\"/>%n".formatted(look, path));
    }

    /// @param look class of [#SHAPES]: `area`, `ground`
    /// @param opacity in [0, 1]
    public void area(String look, Point corner, double wide, double high, double opacity) {
        shapes.append(
                "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill-opacity=\"%s\"/>%n"
                        .formatted(
                                look,
                                number(corner.x),
                                number(corner.y),
                                number(Math.max(0, wide)),
                                number(Math.max(0, high)),
                                number(opacity)));
    }

    /// A dot that stands out.
    public void mark(Point centre) {
        shapes.append(
                "<circle class=\"mark\" cx=\"%s\" cy=\"%s\" r=\"5\"/>%n"
                        .formatted(number(centre.x), number(centre.y)));
    }

    /// @param look empty, `faint` or `on` (on an area)
    /// @param baseline its start, middle or end
    public void text(String look, Anchor anchor, Point baseline, String text) {
        shapes.append(
                "<text class=\"%s\" text-anchor=\"%s\" x=\"%s\" y=\"%s\">%s</text>%n"
                        .formatted(
                                look,
                                anchor.name().toLowerCase(Locale.ROOT),
                                number(baseline.x),
                                number(baseline.y),
                                Html.escaped(text)));
    }

    /// A text that reads upwards around its middle.
    public void upright(Point middle, String text) {
        shapes.append(
                "<text class=\"faint\" text-anchor=\"middle\" transform=\"translate(%s %s) rotate(-90)\">%s</text>%n"
                        .formatted(number(middle.x), number(middle.y), Html.escaped(text)));
    }

    /// For a page that brings [#COLOURS] and [#SHAPES].
    String inPage(String description) {
        return svg(description, "");
    }

    /// A file of its own.
    String alone(String description) {
        String ground = "<rect width=\"100%\" height=\"100%\" fill=\"var(--paper)\"/>\n";
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + svg(description, "<style>\n" + COLOURS + SHAPES + "</style>\n" + ground);
    }

    private String svg(String description, String first) {
        return ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                                + " height=\"%d\" role=\"img\" aria-label=\"%s\">%n")
                        .formatted(width, height, width, height, Html.escaped(description))
                + first
                + shapes
                + "</svg>\n";
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }
}
