package org.classbarometer.look;

/// Draws as SVG: the shapes of a drawing as elements. One for a page, since names of clip paths are
/// unique in it. Colours follow the reader's light or dark where the page has both.
public final class SvgPen {
    private int clips;

    /// @param drawing whose field is the parent element's `viewBox`
    public String shapes(Drawing drawing) {
        StringBuilder svg = new StringBuilder();
        for (Drawing.Shape shape : drawing.shapes()) {
            switch (shape) {
                case Drawing.Polygon area -> area(svg, area);
                case Drawing.Polyline line -> line(svg, line);
                case Drawing.Dot dot -> dot(svg, dot);
            }
        }
        return svg.toString();
    }

    /// A coordinate or length, as SVG has it: a point and at most two digits, whatever the language.
    public static String number(double value) {
        long scaled = Math.round(Math.abs(value) * 100);
        long fraction = scaled % 100;
        String digits =
                fraction % 10 == 0 ? "." + fraction / 10 : "." + fraction / 10 + fraction % 10;
        return (value < 0 && scaled > 0 ? "-" : "") + scaled / 100 + (fraction == 0 ? "" : digits);
    }

    /// A colour as an attribute. Where dark differs, the attribute is what older browsers see.
    ///
    /// @param property `fill` or `stroke`
    public static String colour(String property, Hue hue) {
        String plain = " " + property + "=\"" + hue.light() + "\"";
        return hue.light().equals(hue.dark())
                ? plain
                : plain + " style=\"" + property + ":" + css(hue) + "\"";
    }

    /// A colour as a style sheet has it.
    public static String css(Hue hue) {
        return hue.light().equals(hue.dark())
                ? hue.light()
                : "light-dark(" + hue.light() + "," + hue.dark() + ")";
    }

    private void area(StringBuilder svg, Drawing.Polygon area) {
        StringBuilder path = new StringBuilder();
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = 0;
        double bottom = 0;
        for (int i = 0; i < area.xs().length; i++) {
            path.append(i == 0 ? 'M' : 'L');
            path.append(number(area.xs()[i])).append(' ').append(number(area.ys()[i]));
            left = Math.min(left, area.xs()[i]);
            top = Math.min(top, area.ys()[i]);
            right = Math.max(right, area.xs()[i]);
            bottom = Math.max(bottom, area.ys()[i]);
        }
        path.append('Z');
        Fill fill = area.fill();
        svg.append("<path d=\"").append(path).append('"').append(colour("fill", fill.colour()));
        if (area.opacity() < 1) {
            svg.append(" fill-opacity=\"").append(number(area.opacity())).append('"');
        }
        svg.append("/>\n");
        Hatch hatch = Hatch.over(fill.pattern(), left, top, right, bottom);
        if (hatch.lines().isEmpty()) {
            return;
        }
        String clip = "c" + ++clips;
        svg.append("<clipPath id=\"").append(clip).append("\"><path d=\"").append(path);
        svg.append("\"/></clipPath><path clip-path=\"url(#").append(clip).append(")\" d=\"");
        for (double[] line : hatch.lines()) {
            svg.append('M').append(number(line[0])).append(' ').append(number(line[1]));
            svg.append('L').append(number(line[2])).append(' ').append(number(line[3]));
        }
        svg.append("\" fill=\"none\"").append(colour("stroke", fill.strokes()));
        stroke(svg, hatch.thickness(), hatch.dash(), hatch.gap());
        svg.append(hatch.round() ? " stroke-linecap=\"round\"/>\n" : "/>\n");
    }

    private static void line(StringBuilder svg, Drawing.Polyline line) {
        svg.append("<polyline points=\"");
        for (int i = 0; i < line.xs().length; i++) {
            svg.append(i == 0 ? "" : " ").append(number(line.xs()[i])).append(',');
            svg.append(number(line.ys()[i]));
        }
        svg.append("\" fill=\"none\"").append(colour("stroke", line.colour()));
        stroke(svg, line.thickness(), line.dash(), line.dash());
        svg.append("/>\n");
    }

    private static void stroke(StringBuilder svg, double thickness, double dash, double gap) {
        svg.append(" stroke-width=\"").append(number(thickness)).append('"');
        if (dash > 0) {
            svg.append(" stroke-dasharray=\"").append(number(dash)).append(' ');
            svg.append(number(gap)).append('"');
        }
    }

    private static void dot(StringBuilder svg, Drawing.Dot dot) {
        svg.append("<circle cx=\"").append(number(dot.x())).append("\" cy=\"");
        svg.append(number(dot.y())).append("\" r=\"").append(number(dot.radius())).append('"');
        // Two attributes called style would be one too many.
        svg.append(" fill=\"").append(dot.colour().light()).append("\" stroke-width=\"1.5\"");
        svg.append(" stroke=\"").append(Hue.GROUND.light()).append("\" style=\"fill:");
        svg.append(css(dot.colour())).append(";stroke:").append(css(Hue.GROUND)).append("\"/>\n");
    }
}
