package org.classbarometer.report.sheet;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.classbarometer.look.Drawing;
import org.classbarometer.look.Hatch;
import org.classbarometer.look.Hue;
import org.w3c.dom.Element;

/// Draws with the lines and areas of a PDF, in the place of `object` elements. The geometry classes of
/// AWT are only a language here: nothing is painted on a screen or into a picture.
final class PdfElements implements DrawingElements, FSObjectDrawerFactory {
    private static final String TYPE = "application/x-drawing";
    private static final String LETTERS = "application/x-letters";

    private final List<Drawing> drawings = new ArrayList<>();
    private final List<Lettering> letterings = new ArrayList<>();
    private final FontLetters font;
    private boolean lacking;

    /// @param font of the texts
    PdfElements(FontLetters font) {
        this.font = font;
    }

    @Override
    public String text(String text) {
        if (FontLetters.isLatin(text)) {
            return Markup.escape(text);
        }
        return font.stretches(text).stream()
                .map(stretch ->
                        stretch.set() ? Markup.escape(stretch.text()) : lettering(stretch.text()))
                .collect(Collectors.joining());
    }

    private String lettering(String text) {
        Lettering lettering = Lettering.of(text);
        lacking |= !lettering.whole();
        letterings.add(lettering);
        return String.format(
                Locale.ROOT,
                "<object class=\"letters\" style=\"width:%.3fem;height:%.3fem;vertical-align:-%.3fem\""
                        + " type=\"%s\" data=\"%d\" alt=\"%s\"></object>",
                lettering.width(),
                Lettering.HEIGHT,
                Lettering.BELOW,
                LETTERS,
                letterings.size() - 1,
                Markup.escape(text));
    }

    @Override
    public boolean lacksLetters() {
        return lacking;
    }

    @Override
    public String element(Drawing drawing, String kind, String spoken) {
        drawings.add(drawing);
        return "<object class=\"%s\" type=\"%s\" data=\"%d\" alt=\"%s\"></object>"
                .formatted(kind, TYPE, drawings.size() - 1, Markup.escape(spoken));
    }

    @Override
    public boolean isReplacedObject(Element element) {
        return List.of(TYPE, LETTERS).contains(element.getAttribute("type"));
    }

    @Override
    public FSObjectDrawer createDrawer(Element element) {
        int index = Integer.parseInt(element.getAttribute("data"));
        if (element.getAttribute("type").equals(LETTERS)) {
            Lettering lettering = letterings.get(index);
            return placed(
                    lettering.width(),
                    Lettering.HEIGHT,
                    graphics -> {
                        graphics.setColor(Color.decode(Hue.TEXT.light()));
                        graphics.fill(lettering.outline());
                    });
        }
        Drawing drawing = drawings.get(index);
        return placed(drawing.width(), drawing.height(), graphics -> paint(graphics, drawing));
    }

    /// @param wide in units of what is painted
    private static FSObjectDrawer placed(double wide, double high, Consumer<Graphics2D> paint) {
        return (_, x, y, width, height, device, _, dotsPerPixel) -> {
            // The device counts in pixels of the style sheet, the box in its own dots.
            double across = width / dotsPerPixel;
            double down = height / dotsPerPixel;
            device.drawWithGraphics(
                    (float) x,
                    (float) y,
                    (float) across,
                    (float) down,
                    graphics -> {
                        graphics.scale(across / wide, down / high);
                        paint.accept(graphics);
                    });
            return Map.of();
        };
    }

    private static void paint(Graphics2D graphics, Drawing drawing) {
        for (Drawing.Shape shape : drawing.shapes()) {
            switch (shape) {
                case Drawing.Polygon area -> paint(graphics, area);
                case Drawing.Polyline line -> {
                    graphics.setColor(Color.decode(line.colour().light()));
                    graphics.setStroke(
                            stroke(
                                    line.thickness(),
                                    line.dash(),
                                    line.dash(),
                                    BasicStroke.CAP_BUTT));
                    graphics.draw(path(line.xs(), line.ys()));
                }
                case Drawing.Dot dot -> {
                    double across = 2 * dot.radius();
                    Shape disc =
                            new Ellipse2D.Double(
                                    dot.x() - dot.radius(), dot.y() - dot.radius(), across, across);
                    graphics.setColor(Color.decode(dot.colour().light()));
                    graphics.fill(disc);
                    graphics.setColor(Color.decode(Hue.GROUND.light()));
                    graphics.draw(disc);
                }
            }
        }
    }

    private static Path2D path(double[] xs, double[] ys) {
        Path2D path = new Path2D.Double();
        path.moveTo(xs[0], ys[0]);
        for (int i = 1; i < xs.length; i++) {
            path.lineTo(xs[i], ys[i]);
        }
        return path;
    }

    private static void paint(Graphics2D graphics, Drawing.Polygon area) {
        Path2D path = path(area.xs(), area.ys());
        path.closePath();
        Color colour = Color.decode(area.fill().colour().light());
        graphics.setColor(
                new Color(
                        colour.getRed(),
                        colour.getGreen(),
                        colour.getBlue(),
                        Math.toIntExact(Math.round(255 * area.opacity()))));
        graphics.fill(path);
        Rectangle2D box = path.getBounds2D();
        Hatch hatch =
                Hatch.over(
                        area.fill().pattern(),
                        box.getMinX(),
                        box.getMinY(),
                        box.getMaxX(),
                        box.getMaxY());
        if (hatch.lines().isEmpty()) {
            return;
        }
        Shape before = graphics.getClip();
        graphics.clip(path);
        graphics.setColor(Color.decode(area.fill().strokes().light()));
        graphics.setStroke(
                stroke(
                        hatch.thickness(),
                        hatch.dash(),
                        hatch.gap(),
                        hatch.round() ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT));
        Path2D lines = new Path2D.Double();
        for (double[] line : hatch.lines()) {
            lines.moveTo(line[0], line[1]);
            lines.lineTo(line[2], line[3]);
        }
        graphics.draw(lines);
        graphics.setClip(before);
    }

    private static BasicStroke stroke(double thickness, double dash, double gap, int cap) {
        return dash > 0
                ? new BasicStroke(
                        (float) thickness,
                        cap,
                        BasicStroke.JOIN_MITER,
                        10,
                        new float[] {(float) dash, (float) gap},
                        0)
                : new BasicStroke((float) thickness, cap, BasicStroke.JOIN_MITER);
    }
}
