package org.classbarometer.ui.review.chart;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.classbarometer.mood.SpanMood;
import org.classbarometer.review.WeekGrid;
import org.classbarometer.text.Text;
import org.classbarometer.ui.look.TextWidths;

/// A class over weeks: a row a week, a column a minute of the lesson, the darker the larger the share
/// of one expression among the certainly read faces; hatched where it is withheld, empty where there
/// was no lesson. One hue from light to dark, so that it reads in grey too; wide cells carry their
/// number, and the chosen cell is told in words. Mouse or arrow keys choose a cell.
public final class HeatMap extends Region {
    private static final double ROW = 26;
    private static final double LOWEST_ROW = 12;
    private static final double HIGHEST_ROW = 40;

    private final Canvas canvas = new Canvas();
    private final TextWidths widths = new TextWidths();
    private final BiConsumer<Integer, Integer> chosen;
    private Optional<WeekGrid> grid = Optional.empty();
    private int label;
    private int week;
    private int minute;
    private ChartColours colours = ChartColours.of(false);
    private double type = 12;

    /// @param chosen told week and minute of the cell that is chosen, both from 0
    public HeatMap(BiConsumer<Integer, Integer> chosen) {
        this.chosen = chosen;
        getStyleClass().add("heat-map");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().add(canvas);
        setMinHeight(120);
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
        label = which;
        choose(now.map(all -> all.weeks().size() - 1).orElse(0), 0);
        requestLayout();
    }

    public void colours(ChartColours now) {
        colours = now;
        draw();
    }

    /// The text size, pixels.
    public void type(double to) {
        type = to;
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        int rows = grid.map(all -> all.weeks().size()).orElse(0);
        return top() + rows * ROW * type / 12 + snappedTopInset() + snappedBottomInset() + 2;
    }

    @Override
    protected void layoutChildren() {
        canvas.relocate(snappedLeftInset(), snappedTopInset());
        canvas.setWidth(Math.max(1, getWidth() - snappedLeftInset() - snappedRightInset()));
        canvas.setHeight(Math.max(1, getHeight() - snappedTopInset() - snappedBottomInset()));
        draw();
    }

    private double left() {
        return 11.5 * type;
    }

    private double top() {
        return 2 * type;
    }

    private double cellWidth(WeekGrid all) {
        return (canvas.getWidth() - left() - 2) / Math.max(1, all.minutes());
    }

    private double rowHeight(WeekGrid all) {
        double room = (canvas.getHeight() - top() - 2) / Math.max(1, all.weeks().size());
        return Math.clamp(room, LOWEST_ROW, HIGHEST_ROW * type / 12);
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
                    chosen.accept(week, minute);
                    draw();
                });
    }

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        grid.ifPresent(all -> draw(g, all));
    }

    private void draw(GraphicsContext g, WeekGrid all) {
        Font font = Font.font(Font.getDefault().getFamily(), type);
        g.setFont(font);
        widths.use(font);
        g.setTextBaseline(VPos.CENTER);
        double width = cellWidth(all);
        double height = rowHeight(all);
        drawMinutes(g, all, width);
        double largest = Math.max(0.01, all.largest(label));
        for (int row = 0; row < all.weeks().size(); row++) {
            WeekGrid.Week of = all.weeks().get(row);
            double y = top() + row * height;
            g.setFill(colours.text());
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(name(of), left() - 8, y + height / 2);
            for (int column = 0; column < all.minutes(); column++) {
                drawCell(
                        g,
                        of.cells().get(column),
                        left() + column * width,
                        y,
                        width,
                        height,
                        largest);
            }
        }
        g.setStroke(colours.text());
        g.setLineWidth(isFocused() ? 3 : 1.5);
        g.strokeRect(left() + minute * width, top() + week * height, width, height);
    }

    private void drawMinutes(GraphicsContext g, WeekGrid all, double width) {
        g.setFill(colours.text());
        g.setTextAlign(TextAlignment.LEFT);
        int every = 1;
        while (every * width < 4.5 * type) {
            every = every < 5 ? 5 : every + 5;
        }
        for (int column = 0; column < all.minutes(); column += every) {
            g.fillText(column + ":00", left() + column * width, type * 0.9);
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
            SpanMood cell,
            double x,
            double y,
            double width,
            double height,
            double largest) {
        double gapX = width > 6 ? 1 : 0;
        if (!cell.isKnown()) {
            if (cell.suppressed() > 0) {
                g.setFill(colours.withheld());
                g.fillRect(x, y, width - gapX, height - 1);
            }
            return;
        }
        double share = cell.shares()[label];
        g.setFill(shade(share / largest));
        g.fillRect(x, y, width - gapX, height - 1);
        String number = Long.toString(Math.round(share * 100));
        if (widths.of("100") + 4 < width && height > type * 1.2) {
            g.setFill(share / largest > 0.5 ? deep() ? Color.BLACK : Color.WHITE : colours.text());
            g.setTextAlign(TextAlignment.CENTER);
            g.fillText(number, x + width / 2, y + height / 2);
        }
    }

    private boolean deep() {
        return colours.ground().getBrightness() < 0.5;
    }

    /// The fill for a part of the largest share: from the ground to a strong blue, dark on light and
    /// light on dark.
    ///
    /// @param part in [0, 1]
    public Color shade(double part) {
        Color none = deep() ? Color.web("#1c2733") : Color.web("#e6eef7");
        Color most = deep() ? Color.web("#8ec7ff") : Color.web("#0b4a8f");
        return none.interpolate(most, part);
    }
}
