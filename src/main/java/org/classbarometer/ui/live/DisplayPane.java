package org.classbarometer.ui.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.classbarometer.look.LabelLook;
import org.classbarometer.text.Text;
import org.classbarometer.ui.feed.MoodHistory;
import org.classbarometer.ui.look.Glyphs;
import org.classbarometer.ui.look.Palette;
import org.classbarometer.ui.look.Percent;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.look.ShareBar;

/// The room display: the mood of the last half minute for the back row, without any face. A band of
/// all shares, the three largest as bars, the running chart. It pales as fewer of the faces seen are
/// read: what rests on little must not look firm.
final class DisplayPane extends VBox {
    /// Slow, so that nobody in the room sees themselves move it.
    static final int SECONDS = 30;

    private static final int BARS = 3;
    private static final double PALEST = 0.35;

    private final LiveViewModel model;
    private final Label words = new Label();
    private final HBox band = new HBox();
    private final VBox bars = new VBox();
    private final Label basis = new Label();
    private Palette palette = new Palette(false);

    DisplayPane(LiveViewModel model, ObservableValue<Palette> colours, Scope scope) {
        this.model = model;
        setId("room-display");
        getStyleClass().add("room-display");
        words.setId("display-words");
        words.getStyleClass().add("display-words");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        band.setId("display-band");
        band.getStyleClass().add("display-band");
        band.setAccessibleRole(AccessibleRole.TEXT);
        bars.getStyleClass().add("display-bars");
        basis.setId("display-basis");
        basis.getStyleClass().add("display-basis");
        MoodChart chart = new MoodChart(model, colours, scope);
        chart.setId("display-chart");
        VBox.setVgrow(chart, Priority.ALWAYS);
        heightProperty()
                .subscribe(height ->
                        chart.setStyle(
                                "-fx-font-size: %dpx;"
                                        .formatted(Math.max(15, height.intValue() / 40))));
        getChildren().addAll(words, band, bars, chart, basis);
        scope.watch(
                colours,
                now -> {
                    palette = now;
                    show();
                });
        scope.onChange(model.mood(), this::show);
        visibleProperty().subscribe(this::show);
    }

    private void show() {
        if (!isVisible()) {
            return;
        }
        MoodHistory.Sample now = model.history().recent(model.labels().get(), SECONDS);
        double[] stack = now.mood().stack();
        List<LabelLook> looks = LabelLook.stack(now.mood().labels());
        words.setText(MoodTexts.of(now));
        band.setAccessibleText(words.getText());
        fillBand(stack, looks);
        fillBars(stack, looks);
        long seen = Math.round(now.mood().faces());
        long read = Math.round(now.mood().read());
        basis.setText(Text.of("ui.display.basis", read, seen, SECONDS));
        double firm = seen == 0 ? 0 : Math.min(1, now.mood().read() / now.mood().faces());
        double opacity = PALEST + (1 - PALEST) * firm;
        List.of(words, band, bars).forEach(part -> part.setOpacity(opacity));
    }

    private void fillBand(double[] stack, List<LabelLook> looks) {
        List<Region> parts = new ArrayList<>();
        for (int i = 0; i < stack.length; i++) {
            if (stack[i] > 0) {
                ShareBar part = new ShareBar(palette.paint(looks.get(i).fill()));
                part.set(1);
                part.setMinWidth(0);
                part.prefWidthProperty().bind(band.widthProperty().multiply(stack[i]));
                parts.add(part);
            }
        }
        band.getChildren().setAll(parts);
    }

    private void fillBars(double[] stack, List<LabelLook> looks) {
        List<HBox> rows =
                IntStream.range(0, stack.length)
                        .boxed()
                        .filter(i -> stack[i] > 0)
                        .sorted(Comparator.comparingDouble(i -> -stack[i]))
                        .limit(BARS)
                        .map(i -> row(looks.get(i), stack[i]))
                        .toList();
        bars.getChildren().setAll(rows);
    }

    private HBox row(LabelLook look, double share) {
        Label name = new Label(look.name());
        name.getStyleClass().add("display-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.prefWidthProperty().bind(widthProperty().multiply(0.22));
        ShareBar bar = new ShareBar(palette.paint(look.fill()));
        bar.set(share);
        HBox.setHgrow(bar, Priority.ALWAYS);
        Label percent = new Label(Percent.of(share));
        percent.getStyleClass().add("display-percent");
        HBox row =
                new HBox(20, Glyphs.node(look, Math.max(30, getHeight() / 18)), name, bar, percent);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
