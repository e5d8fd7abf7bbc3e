package org.classbarometer.ui.review.chart;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.classbarometer.look.Drawing.Polygon;
import org.classbarometer.look.Fill;
import org.classbarometer.look.Hue;
import org.classbarometer.look.Ticks;
import org.classbarometer.mood.SpanMood;
import org.classbarometer.review.WeekGrid;
import org.classbarometer.text.Text;
import org.classbarometer.ui.look.CanvasPen;
import org.classbarometer.ui.look.PaintedChart;

/// A class over weeks: a row a week, the newest first, a column a minute of the lesson, the darker the larger the share
/// of one expression among the certainly read faces; hatched where it is withheld, empty where there
/// was no lesson. One hue from light to dark, so that it reads in grey too; wide cells carry their
/// number, and the chosen cell is told in words. Mouse or arrow keys choose a cell.
public final class HeatMap extends PaintedChart {
    private static final Hue NONE = new Hue("#e6eef7", "#1c2733");
    private static final Hue MOST = new Hue("#0b4a8f", "#8ec7ff");
    private static final double ROW = 26;
    private static final double LOWEST_ROW = 12;
    private static final double HIGHEST_ROW = 40;
    // Of the type size: names of weeks closer than that are hard to tell apart.
    private static final double NAMES_APART = 1.3;

    private final Optional<BiConsumer<WeekGrid.Week, Integer>> chosen;
    private Optional<WeekGrid> grid = Optional.empty();
    private List<WeekGrid.Week> rows = List.of();
    private int label;
    private int week;
    private int minute;

    /// @param chosen told week and minute, from 0, of the cell that is chosen; empty where the map is only
    ///     looked at
    public HeatMap(Optional<BiConsumer<WeekGrid.Week, Integer>> chosen) {
        super("heat-map");
        this.chosen = chosen;
        setMinHeight(120);
        if (chosen.isPresent()) {
            letChoose();
        }
    }

    private void letChoose() {
        setFocusTraversable(true);
        setOnMousePressed(event -> {
            requestFocus();
            pick(event.getX(), event.getY());
        });
        setOnMouseMoved(event -> pick(event.getX(), event.getY()));
        setOnKeyPressed(this::key);
        focusedProperty().subscribe(_ -> draw());
    }

    /// @param which index of the label that is shown
    public void show(Optional<WeekGrid> now, int which) {
        grid = now;
        // What was last is looked at first, however many weeks there are.
        rows = now.map(all -> all.weeks().reversed()).orElse(List.of());
        label = which;
        choose(0, 0);
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        int rows = grid.map(all -> all.weeks().size()).orElse(0);
        return top() + rows * ROW * type() / 12 + snappedTopInset() + snappedBottomInset() + 2;
    }

    private double left() {
        return 11.5 * type();
    }

    private double top() {
        return 2 * type();
    }

    private double cellWidth(WeekGrid all) {
        // Before the window has its size there may be less room than the names of the weeks take.
        return Math.max(0, canvasWidth() - left() - 2) / Math.max(1, all.minutes());
    }

    private double rowHeight(WeekGrid all) {
        double room = (canvasHeight() - top() - 2) / Math.max(1, all.weeks().size());
        return Math.clamp(room, LOWEST_ROW, HIGHEST_ROW * type() / 12);
    }

    private void pick(double x, double y) {
        grid.ifPresent(all -> {
            int column = (int) ((x - snappedLeftInset() - left()) / cellWidth(all));
            int row = (int) ((y - snappedTopInset() - top()) / rowHeight(all));
            if (x > left() && column < all.minutes() && y > top() && row < all.weeks().size()) {
                choose(row, column);
            }
        });
    }

    private void key(KeyEvent event) {
        boolean moved = true;
        switch (event.getCode()) {
            case LEFT -> choose(week, minute - 1);
            case RIGHT -> choose(week, minute + 1);
            case UP -> choose(week - 1, minute);
            case DOWN -> choose(week + 1, minute);
            case HOME -> choose(week, 0);
            case END -> choose(week, Integer.MAX_VALUE);
            default -> moved = false;
        }
        if (moved) {
            event.consume();
        }
    }

    private void choose(int toWeek, int toMinute) {
        grid.filter(all -> !all.weeks().isEmpty() && all.minutes() > 0)
                .ifPresent(all -> {
                    week = Math.clamp(toWeek, 0, all.weeks().size() - 1);
                    minute = Math.clamp(toMinute, 0, all.minutes() - 1);
                    chosen.ifPresent(listener -> listener.accept(rows.get(week), minute));
                    draw();
                });
    }

    @Override
    protected void paint(GraphicsContext g, CanvasPen pen) {
        grid.ifPresent(all -> paint(g, pen, all));
    }

    private void paint(GraphicsContext g, CanvasPen pen, WeekGrid all) {
        g.setTextBaseline(VPos.CENTER);
        double width = cellWidth(all);
        double height = rowHeight(all);
        drawMinutes(g, all, width);
        double largest = Math.max(0.01, all.largest(label));
        int named = (int) Math.ceil(NAMES_APART * type() / height);
        for (int row = 0; row < all.weeks().size(); row++) {
            WeekGrid.Week of = rows.get(row);
            double y = top() + row * height;
            g.setFill(palette().colour(Hue.TEXT));
            g.setTextAlign(TextAlignment.RIGHT);
            if (row % named == 0) {
                g.fillText(name(of), left() - 8, y + height / 2);
            }
            for (int column = 0; column < all.minutes(); column++) {
                drawCell(
                        g,
                        pen,
                        of.cells().get(column),
                        left() + column * width,
                        y,
                        width,
                        height,
                        largest);
            }
        }
        if (chosen.isEmpty()) {
            return;
        }
        g.setStroke(palette().colour(Hue.TEXT));
        g.setLineWidth(isFocused() ? 3 : 1.5);
        g.strokeRect(left() + minute * width, top() + week * height, width, height);
    }

    private void drawMinutes(GraphicsContext g, WeekGrid all, double width) {
        g.setFill(palette().colour(Hue.TEXT));
        g.setTextAlign(TextAlignment.LEFT);
        for (int column :
                Ticks.minutes(all.minutes() - 1, all.minutes() * width / (4.5 * type()))) {
            String time = column + ":00";
            double x = left() + column * width;
            if (x + widthOf(time) <= canvasWidth()) {
                g.fillText(time, x, type() * 0.9);
            }
        }
    }

    /// What a week is called: its number and its Monday.
    public static String name(WeekGrid.Week week) {
        String monday =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT)
                        .withLocale(Locale.getDefault(Locale.Category.DISPLAY))
                        .format(week.monday());
        return Text.of("review.week", week.number(), monday);
    }

    private void drawCell(
            GraphicsContext g,
            CanvasPen pen,
            SpanMood cell,
            double x,
            double y,
            double width,
            double height,
            double largest) {
        double gapX = width > 6 ? 1 : 0;
        // A share of nothing is not told, and is not nobody.
        double share = cell.isKnown() ? cell.shares()[label] : 0;
        if (share == 0) {
            if (cell.isKnown() || cell.suppressed() > 0) {
                pen.draw(Polygon.box(x, y, width - gapX, height - 1, Fill.SUPPRESSED));
            }
            return;
        }
        g.setFill(shade(share / largest));
        g.fillRect(x, y, width - gapX, height - 1);
        String number = Long.toString(Math.round(share * 100));
        if (widthOf("100") + 4 < width && height > type() * 1.2) {
            g.setFill(
                    share / largest > 0.5
                            ? deep() ? Color.BLACK : Color.WHITE
                            : palette().colour(Hue.TEXT));
            g.setTextAlign(TextAlignment.CENTER);
            g.fillText(number, x + width / 2, y + height / 2);
        }
    }

    private boolean deep() {
        return palette().isDark();
    }

    /// The fill for a part of the largest share: from the ground to a strong blue, dark on light and
    /// light on dark.
    ///
    /// @param part in [0, 1]
    public Color shade(double part) {
        return palette().colour(NONE.mixed(MOST, part));
    }
}
