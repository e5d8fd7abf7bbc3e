package org.classbarometer.report.sheet;

import org.classbarometer.look.Drawing;
import org.classbarometer.look.SvgPen;

/// Puts drawings into a page as inline SVG.
final class SvgElements implements DrawingElements {
    private final SvgPen pen = new SvgPen();

    @Override
    public String element(Drawing drawing, String kind, String spoken) {
        return "<svg class=\"%s\" viewBox=\"0 0 %s %s\" role=\"img\" aria-label=\"%s\">%s</svg>"
                .formatted(
                        kind,
                        SvgPen.number(drawing.width()),
                        SvgPen.number(drawing.height()),
                        Markup.escape(spoken),
                        pen.shapes(drawing));
    }
}
