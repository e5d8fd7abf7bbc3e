package org.classbarometer.report.sheet;

import org.classbarometer.report.table.Cells;

/// Draws as inline SVG.
final class SvgPen implements Pen {
    // Names of clip paths are unique in a page.
    private int clips;

    @Override
    public String element(Drawing drawing, String kind, String spoken) {
        StringBuilder svg = new StringBuilder("<svg class=\"").append(kind);
        svg.append("\" viewBox=\"0 0 ").append(n(drawing.width())).append(' ');
        svg.append(n(drawing.height())).append("\" role=\"img\" aria-label=\"");
        svg.append(Markup.escape(spoken)).append("\">");
        drawing.areas().forEach(area -> area(svg, area));
        drawing.lines().forEach(line -> line(svg, line));
        return svg.append("</svg>").toString();
    }

    private void area(StringBuilder svg, Drawing.Area area) {
        StringBuilder path = new StringBuilder();
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = 0;
        double bottom = 0;
        for (int i = 0; i < area.xs().length; i++) {
            path.append(i == 0 ? 'M' : 'L');
            path.append(n(area.xs()[i])).append(' ').append(n(area.ys()[i]));
            left = Math.min(left, area.xs()[i]);
            top = Math.min(top, area.ys()[i]);
            right = Math.max(right, area.xs()[i]);
            bottom = Math.max(bottom, area.ys()[i]);
        }
        path.append('Z');
        Fill fill = area.fill();
        svg.append("<path d=\"").append(path).append("\" fill=\"").append(fill.colour());
        svg.append("\"/>");
        Hatch hatch = Hatch.over(fill.pattern(), left, top, right, bottom);
        if (hatch.lines().isEmpty()) {
            return;
        }
        String clip = "c" + ++clips;
        svg.append("<clipPath id=\"").append(clip).append("\"><path d=\"").append(path);
        svg.append("\"/></clipPath><path clip-path=\"url(#").append(clip).append(")\" d=\"");
        for (double[] line : hatch.lines()) {
            svg.append('M').append(n(line[0])).append(' ').append(n(line[1]));
            svg.append('L').append(n(line[2])).append(' ').append(n(line[3]));
        }
        svg.append("\" fill=\"none\" stroke=\"").append(fill.ink());
        svg.append("\" stroke-width=\"").append(n(hatch.thickness())).append('"');
        if (hatch.dash() > 0) {
            svg.append(" stroke-dasharray=\"").append(Cells.number(hatch.dash(), 2)).append(' ');
            svg.append(Cells.number(hatch.gap(), 2)).append('"');
        }
        if (hatch.round()) {
            svg.append(" stroke-linecap=\"round\"");
        }
        svg.append("/>");
    }

    private static void line(StringBuilder svg, Drawing.Line line) {
        svg.append("<path d=\"M").append(n(line.fromX())).append(' ').append(n(line.fromY()));
        svg.append('L').append(n(line.toX())).append(' ').append(n(line.toY()));
        svg.append("\" stroke=\"").append(line.colour());
        svg.append("\" stroke-width=\"").append(n(line.thickness())).append('"');
        if (line.dash() > 0) {
            svg.append(" stroke-dasharray=\"").append(n(line.dash())).append('"');
        }
        svg.append("/>");
    }

    private static String n(double value) {
        return Cells.number(value, 1);
    }
}
