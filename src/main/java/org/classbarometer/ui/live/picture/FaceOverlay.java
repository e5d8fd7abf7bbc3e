package org.classbarometer.ui.live.picture;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.classbarometer.expression.Reading;
import org.classbarometer.face.Box;
import org.classbarometer.look.LabelLook;
import org.classbarometer.monitor.FaceReading;
import org.classbarometer.text.Text;
import org.classbarometer.ui.feed.LiveFrame;
import org.classbarometer.ui.look.Glyphs;
import org.classbarometer.ui.look.Percent;
import org.classbarometer.ui.look.TextWidths;

/// Boxes and labels over the picture, drawn for exactly the frame that is shown.
///
/// A certain reading has a solid box and a plate with glyph, label and confidence; an uncertain one
/// a dashed box and a plate that claims no label; a face carried over a miss is drawn fainter.
/// Type is large enough for two metres (a twentysecond of the picture's height) unless the
/// faces are too small for it.
final class FaceOverlay extends Canvas {
    private static final Color PLATE = Color.web("#0d1218", 0.93);
    private static final Color ON_PLATE = Color.WHITE;
    private static final Color ON_PLATE_SOFT = Color.web("#ccd4de");
    private static final Color OUTLINE = Color.web("#0d1218", 0.75);
    private static final double CARRIED = 0.45;
    private static final double SMALLEST_TYPE = 11;
    private static final double LARGEST_TYPE = 36;
    private static final double TYPE_OF_PICTURE = 1 / 22.0;
    private static final double TYPE_OF_FACE = 0.3;
    private static final double[] SHRINKS = {1, 0.92, 0.85, 0.78, 0.7, 0.6};
    private static final double CROWDED = 0.45;
    private static final int CALM_FRAMES = 60;

    private final LabelLayout layout = new LabelLayout();
    private final TextWidths names = new TextWidths();
    private final TextWidths percents = new TextWidths();
    private int shrink;
    private int calmFrames;
    private final String uncertain = LabelLook.UNCERTAIN.name();

    FaceOverlay() {
        setMouseTransparent(true);
    }

    void clear() {
        getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
    }

    private record Plate(FaceReading face, LabelLayout.Bounds box, String name, String percent) {}

    /// Faces have their numbers while one is chosen.
    ///
    /// @param labelled false draws anonymous dots: where a face was seen, nothing about it
    void draw(LiveFrame frame, boolean labelled, int chosenTrack) {
        clear();
        double scale = getWidth() / frame.picture().width();
        if (labelled) {
            drawLabelled(frame, scale, chosenTrack);
        } else {
            drawDots(frame, scale);
        }
    }

    private void drawDots(LiveFrame frame, double scale) {
        GraphicsContext g = getGraphicsContext2D();
        double radius = Math.max(4, getHeight() / 110);
        g.setLineDashes();
        g.setLineWidth(radius / 2.2);
        for (FaceReading face : frame.faces()) {
            LabelLayout.Bounds box = onScreen(face.face().box(), scale);
            double x = box.x() + box.width() / 2;
            double y = Math.max(radius * 1.5, box.y() - radius * 2);
            g.setFill(Color.WHITE);
            g.setStroke(OUTLINE);
            g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
            g.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
        }
    }

    private void drawLabelled(LiveFrame frame, double scale, int chosenTrack) {
        double full = typeSize(frame.faces(), scale);
        List<Plate> plates = new ArrayList<>();
        for (FaceReading face : frame.faces()) {
            LabelLayout.Bounds box = onScreen(face.face().box(), scale);
            drawBox(face, box, full, face.face().track() == chosenTrack);
            String number = chosenTrack == 0 ? "" : face.face().track() + " · ";
            face.reading().ifPresent(reading -> plates.add(plate(face, box, reading, number)));
        }
        LabelLayout.Placed placed = layout(plates, full);
        double type = type(full);
        Font bold = bold(type);
        Font regular = regular(type);
        for (int i = 0; i < plates.size(); i++) {
            Plate plate = plates.get(i);
            placed.plates().get(i).ifPresent(at -> drawPlate(plate, at, type, bold, regular));
        }
    }

    // Type shrinks at once where plates would hide faces, and grows back only after it could have
    // for a while: labels must not pulse.
    private LabelLayout.Placed layout(List<Plate> plates, double full) {
        LabelLayout.Placed placed = layoutAt(plates, type(full));
        while (placed.worst() > CROWDED && shrink < SHRINKS.length - 1) {
            shrink++;
            calmFrames = 0;
            placed = layoutAt(plates, type(full));
        }
        calmFrames = placed.worst() > CROWDED ? 0 : calmFrames + 1;
        if (shrink > 0 && calmFrames > CALM_FRAMES) {
            calmFrames = 0;
            shrink--;
            LabelLayout.Placed larger = layoutAt(plates, type(full));
            if (larger.worst() <= CROWDED) {
                return larger;
            }
            shrink++;
            return layoutAt(plates, type(full));
        }
        return placed;
    }

    private double type(double full) {
        return Math.max(SMALLEST_TYPE, Math.rint(full * SHRINKS[shrink]));
    }

    private LabelLayout.Placed layoutAt(List<Plate> plates, double type) {
        names.measureIn(bold(type));
        percents.measureIn(regular(type));
        double height = Math.round(type * 1.45);
        List<LabelLayout.Wish> wishes =
                plates.stream()
                        .map(plate ->
                                new LabelLayout.Wish(
                                        plate.face.face().track(),
                                        plate.box,
                                        width(plate, type),
                                        height))
                        .toList();
        return layout.place(wishes, getWidth(), getHeight());
    }

    private static Font bold(double type) {
        return Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, type);
    }

    private static Font regular(double type) {
        return Font.font(Font.getDefault().getFamily(), FontWeight.NORMAL, type * 0.75);
    }

    private double typeSize(List<FaceReading> faces, double scale) {
        double[] widths =
                faces.stream()
                        .mapToDouble(face -> face.face().box().width() * scale)
                        .sorted()
                        .toArray();
        double median = widths.length == 0 ? Double.MAX_VALUE : widths[widths.length / 2];
        double wanted = Math.min(getHeight() * TYPE_OF_PICTURE, median * TYPE_OF_FACE);
        return Math.round(Math.clamp(wanted, SMALLEST_TYPE, LARGEST_TYPE));
    }

    private static LabelLayout.Bounds onScreen(Box box, double scale) {
        return new LabelLayout.Bounds(
                box.x() * scale, box.y() * scale, box.width() * scale, box.height() * scale);
    }

    private Plate plate(FaceReading face, LabelLayout.Bounds box, Reading reading, String number) {
        return reading.uncertain()
                ? new Plate(face, box, number + uncertain, "")
                : new Plate(
                        face,
                        box,
                        number + LabelLook.of(reading.label()).name(),
                        face.old()
                                ? Text.of("ui.face.old", face.ageNanos() / 1e9)
                                : Percent.of(reading.confidence()));
    }

    private double width(Plate plate, double type) {
        double percent = plate.percent.isEmpty() ? 0 : percents.of(plate.percent) + type * 0.3;
        return Math.ceil(type * 1.85 + names.of(plate.name) + percent);
    }

    private static LabelLook look(FaceReading face) {
        return face.reading()
                .filter(reading -> !reading.uncertain())
                .map(reading -> LabelLook.of(reading.label()))
                .orElse(LabelLook.UNCERTAIN);
    }

    private void drawBox(FaceReading face, LabelLayout.Bounds box, double type, boolean chosen) {
        GraphicsContext g = getGraphicsContext2D();
        double line = Math.max(2, type / (chosen ? 5 : 8));
        boolean certain = face.reading().filter(reading -> !reading.uncertain()).isPresent();
        g.save();
        g.setGlobalAlpha(face.face().found() && !face.old() ? 1 : CARRIED);
        BoxPen pen = new BoxPen(g, type);
        double dash = certain ? 0 : line * 3.5;
        double gap = certain ? 0 : line * 2.5;
        g.setStroke(OUTLINE);
        pen.stroke(box, line + 2, dash, gap);
        g.setStroke(Glyphs.colour(look(face)));
        pen.stroke(box, line, dash, gap);
        g.restore();
    }

    private void drawPlate(
            Plate plate, LabelLayout.Bounds at, double type, Font bold, Font regular) {
        GraphicsContext g = getGraphicsContext2D();
        double glyph = type * 1.15;
        double middle = at.y() + at.height() / 2;
        double text = at.x() + type * 0.2 + glyph + type * 0.25;
        g.save();
        boolean now = plate.face.face().found() && !plate.face.old();
        g.setGlobalAlpha(now ? 1 : CARRIED + 0.2);
        g.setFill(PLATE);
        new BoxPen(g, type).fill(at);
        Glyphs.draw(g, look(plate.face), at.x() + type * 0.2, middle - glyph / 2, glyph);
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.LEFT);
        g.setFill(ON_PLATE);
        g.setFont(bold);
        g.fillText(plate.name, text, middle);
        g.setFill(ON_PLATE_SOFT);
        g.setFont(regular);
        g.fillText(plate.percent, text + names.of(plate.name) + type * 0.3, middle);
        g.restore();
    }

    /// What a screen reader says about a face.
    static String spoken(FaceReading face) {
        int track = face.face().track();
        return face.reading()
                .map(reading ->
                        reading.uncertain()
                                ? Text.of("ui.face.uncertain", track)
                                : Text.of(
                                        "ui.face.reading",
                                        track,
                                        LabelLook.of(reading.label()).name(),
                                        Percent.of(reading.confidence())))
                .orElseGet(() -> Text.of("ui.face.unread", track));
    }
}
