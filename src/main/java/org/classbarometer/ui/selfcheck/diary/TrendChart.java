package org.classbarometer.ui.selfcheck.diary;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.classbarometer.look.Drawing;
import org.classbarometer.look.Drawing.Dot;
import org.classbarometer.look.Field;
import org.classbarometer.look.Hue;
import org.classbarometer.selfcheck.Day;
import org.classbarometer.selfcheck.Tone;
import org.classbarometer.selfcheck.Trend;
import org.classbarometer.text.Text;
import org.classbarometer.ui.look.CanvasPen;
import org.classbarometer.ui.look.PaintedChart;
import org.classbarometer.ui.look.PointerTip;
import org.classbarometer.ui.selfcheck.model.SelfCheckTexts;

/// The days as dots between "hard" and "good", larger where more was written, with a thin line through
/// neighbouring days. One colour for all: no day is marked as bad.
final class TrendChart extends PaintedChart {
    private static final double LEAST_DOT = 3.5;
    private static final double DOT_PER_ENTRY = 1.2;
    private static final double MOST_DOT = 8;
    private static final int DAYS_BETWEEN_DATES = 7;
    private static final Hue LINE = Hue.ACCENT.mixed(Hue.GROUND, 0.5);

    private Optional<Trend> trend = Optional.empty();

    TrendChart() {
        super("trend-chart");
        setId("trend");
        setMinHeight(190);
        setPrefHeight(230);
        PointerTip.install(this, (x, _) -> trend.flatMap(now -> under(now, x)));
    }

    void show(Trend now) {
        trend = Optional.of(now);
        setAccessibleText(SelfCheckTexts.days(now));
        draw();
    }

    @Override
    protected void paint(GraphicsContext g, CanvasPen pen) {
        trend.map(Trend::days)
                .filter(days -> !days.isEmpty())
                .ifPresent(days -> {
                    Field field = field(days);
                    paintTones(g, pen, field);
                    paintDates(g, days, field);
                    paintDays(pen, days, field);
                });
    }

    /// Days are counted from 0; half a day is left free at either end.
    private Field field(List<Day> days) {
        double left = 0;
        for (Tone tone : Tone.values()) {
            left = Math.max(left, widthOf(SelfCheckTexts.tone(tone)));
        }
        left += 14;
        double top = type();
        return new Field(
                left,
                top,
                Math.max(10, canvasWidth() - left - 2),
                Math.max(10, canvasHeight() - top - 2.4 * type()),
                -0.5,
                days.size() - 0.5);
    }

    private static double share(double tone) {
        return (tone + 1) / 2;
    }

    private static void paintTones(GraphicsContext g, CanvasPen pen, Field field) {
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.RIGHT);
        for (Tone tone : Tone.values()) {
            double share = share(tone.value());
            g.fillText(SelfCheckTexts.tone(tone), field.left() - 10, field.y(share));
            pen.draw(field.level(share, Hue.GRID, 1, 0));
        }
    }

    private void paintDates(GraphicsContext g, List<Day> days, Field field) {
        double y = field.y(0) + 1.4 * type();
        for (int i = days.size() - 1; i >= 0; i -= DAYS_BETWEEN_DATES) {
            boolean last = i == days.size() - 1;
            g.setTextAlign(last ? TextAlignment.RIGHT : TextAlignment.CENTER);
            g.fillText(date(days.get(i).date()), last ? field.x(field.to()) : field.x(i), y);
        }
    }

    private static String date(LocalDate date) {
        return date.format(
                DateTimeFormatter.ofPattern("d MMM", Locale.getDefault(Locale.Category.DISPLAY)));
    }

    private static void paintDays(CanvasPen pen, List<Day> days, Field field) {
        int from = 0;
        for (int i = 0; i <= days.size(); i++) {
            if (i == days.size() || !days.get(i).written()) {
                if (i - from > 1) {
                    pen.draw(line(days.subList(from, i), from, field));
                }
                from = i + 1;
            }
        }
        for (int i = 0; i < days.size(); i++) {
            Day day = days.get(i);
            if (day.written()) {
                double radius = Math.min(MOST_DOT, LEAST_DOT + DOT_PER_ENTRY * day.entries());
                pen.draw(new Dot(field.x(i), field.y(share(day.tone())), radius, Hue.ACCENT));
            }
        }
    }

    private static Drawing.Polyline line(List<Day> days, int first, Field field) {
        double[] xs = new double[days.size()];
        double[] ys = new double[days.size()];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = field.x(first + i);
            ys[i] = field.y(share(days.get(i).tone()));
        }
        return new Drawing.Polyline(xs, ys, LINE, 2, 0);
    }

    private Optional<String> under(Trend now, double x) {
        List<Day> days = now.days();
        if (days.isEmpty()) {
            return Optional.empty();
        }
        double place = field(days).moment(x - snappedLeftInset());
        Day day = days.get(Math.clamp(Math.round(place), 0, days.size() - 1));
        return Optional.of(
                date(day.date())
                        + "\n"
                        + Text.of("selfcheck.days.entries", day.written() ? day.entries() : 0));
    }
}
