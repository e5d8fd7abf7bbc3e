package org.classbarometer.ui.selfcheck;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.classbarometer.selfcheck.Day;
import org.classbarometer.selfcheck.Tone;
import org.classbarometer.selfcheck.Trend;
import org.classbarometer.ui.look.TextWidths;

/// The days as dots between "hard" and "good", larger where more was written, with a thin line through
/// neighbouring days. One colour for all: no day is marked as bad.
final class TrendChart extends Region {
    private static final double LEAST_DOT = 3.5;
    private static final double DOT_PER_ENTRY = 1.2;
    private static final double MOST_DOT = 8;
    private static final int DAYS_BETWEEN_DATES = 7;

    private final Canvas canvas = new Canvas();
    private final TextWidths widths = new TextWidths();
    private Optional<Trend> trend = Optional.empty();
    private Color text = Color.BLACK;
    private Color lines = Color.GRAY;
    private Color dots = Color.BLUE;

    TrendChart() {
        setId("trend");
        getChildren().add(canvas);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinHeight(190);
        setPrefHeight(230);
    }

    void show(Trend now) {
        trend = Optional.of(now);
        setAccessibleText(Words.days(now));
        draw();
    }

    void dark(boolean dark) {
        text = Color.web(dark ? "#c9d1d9" : "#3b434d");
        lines = Color.web(dark ? "#30363d" : "#d0d7de");
        dots = Color.web(dark ? "#58a6ff" : "#0969da");
        draw();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
    }

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (canvas.getWidth() > 0) {
            trend.ifPresent(days -> draw(g, days.days()));
        }
    }

    private void draw(GraphicsContext g, List<Day> days) {
        Font font = Font.font(Math.clamp(canvas.getHeight() / 17, 12, 15));
        widths.use(font);
        g.setFont(font);
        double left = 0;
        for (Tone tone : Tone.values()) {
            left = Math.max(left, widths.of(Words.tone(tone)));
        }
        left += 14;
        double right = canvas.getWidth() - MOST_DOT - 2;
        double top = font.getSize();
        double bottom = canvas.getHeight() - 2.4 * font.getSize();
        drawTones(g, left, right, top, bottom);
        double step = (right - left - MOST_DOT) / Math.max(1, days.size() - 1);
        double first = left + MOST_DOT;
        drawDates(g, days, first, step, bottom + 1.4 * font.getSize());
        drawDays(g, days, first, step, top, bottom);
    }

    private static double y(double tone, double top, double bottom) {
        return bottom - (tone + 1) / 2 * (bottom - top);
    }

    private void drawTones(
            GraphicsContext g, double left, double right, double top, double bottom) {
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.RIGHT);
        g.setLineWidth(1);
        for (Tone tone : Tone.values()) {
            double y = Math.rint(y(tone.value(), top, bottom)) + 0.5;
            g.setFill(text);
            g.fillText(Words.tone(tone), left - 10, y);
            g.setStroke(lines);
            g.strokeLine(left, y, right, y);
        }
    }

    private void drawDates(GraphicsContext g, List<Day> days, double first, double step, double y) {
        DateTimeFormatter format =
                DateTimeFormatter.ofPattern("d MMM", Locale.getDefault(Locale.Category.DISPLAY));
        g.setFill(text);
        for (int i = days.size() - 1; i >= 0; i -= DAYS_BETWEEN_DATES) {
            LocalDate date = days.get(i).date();
            g.setTextAlign(i == days.size() - 1 ? TextAlignment.RIGHT : TextAlignment.CENTER);
            double x = first + i * step + (i == days.size() - 1 ? MOST_DOT : 0);
            g.fillText(date.format(format), x, y);
        }
    }

    private void drawDays(
            GraphicsContext g,
            List<Day> days,
            double first,
            double step,
            double top,
            double bottom) {
        g.setStroke(dots.deriveColor(0, 1, 1, 0.45));
        g.setLineWidth(2);
        g.setLineCap(StrokeLineCap.ROUND);
        for (int i = 1; i < days.size(); i++) {
            if (days.get(i).written() && days.get(i - 1).written()) {
                g.strokeLine(
                        first + (i - 1) * step,
                        y(days.get(i - 1).tone(), top, bottom),
                        first + i * step,
                        y(days.get(i).tone(), top, bottom));
            }
        }
        g.setFill(dots);
        for (int i = 0; i < days.size(); i++) {
            Day day = days.get(i);
            if (day.written()) {
                double radius = Math.min(MOST_DOT, LEAST_DOT + DOT_PER_ENTRY * day.entries());
                g.fillOval(
                        first + i * step - radius,
                        y(day.tone(), top, bottom) - radius,
                        2 * radius,
                        2 * radius);
            }
        }
    }
}
