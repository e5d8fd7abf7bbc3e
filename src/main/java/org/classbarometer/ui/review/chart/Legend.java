package org.classbarometer.ui.review.chart;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.classbarometer.look.Fill;
import org.classbarometer.look.Hue;
import org.classbarometer.look.LabelLook;
import org.classbarometer.mood.SpanMood;
import org.classbarometer.text.Text;
import org.classbarometer.ui.lesson.LessonTexts;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Palette;
import org.classbarometer.ui.look.Percent;

/// Says what a chart's areas are: pattern, name and share of each label, then what is not told, what
/// was uncertain, and where there was no picture.
public final class Legend extends FlowPane {
    public Legend() {
        super(16, 4);
        getStyleClass().add("legend");
        setAlignment(Pos.CENTER_LEFT);
    }

    /// Names and shares of one lesson, in the order of the chart from below. The shares are those of
    /// every table: of the faces read with certainty; the uncertain, of all faces seen.
    public void show(SpanMood all, Palette palette) {
        getChildren().setAll(new Label(Text.of("review.legend")));
        for (int i = 0; i < all.labels().size(); i++) {
            LabelLook look = LabelLook.of(all.labels().labels().get(i));
            add(look, all.isKnown() ? share(look.name(), all.shares()[i]) : look.name(), palette);
        }
        String untold = Text.of("review.legend.untold");
        addUntold(
                List.of(all),
                isThere(all.unpublished()) ? share(untold, all.unpublished()) : untold,
                palette);
        add(
                LabelLook.UNCERTAIN,
                all.isKnown()
                        ? Text.of(
                                "review.legend.uncertain",
                                LabelLook.UNCERTAIN.name(),
                                Percent.of(all.uncertain()))
                        : LabelLook.UNCERTAIN.name(),
                palette);
        addMissing(List.of(all), palette);
    }

    private static String share(String name, double share) {
        return Text.of("review.legend.share", name, LessonTexts.percent(share));
    }

    private static boolean isThere(double share) {
        return Math.round(share * 100) > 0;
    }

    /// Names only, where the shares of several lessons stand in a table.
    ///
    /// @param all of one label set
    public void names(List<SpanMood> all, Palette palette) {
        getChildren().clear();
        if (all.isEmpty()) {
            return;
        }
        all.getFirst().labels().labels().stream()
                .map(LabelLook::of)
                .forEach(look -> add(look, look.name(), palette));
        addUntold(all, Text.of("review.legend.untold"), palette);
        add(LabelLook.UNCERTAIN, LabelLook.UNCERTAIN.name(), palette);
        addMissing(all, palette);
    }

    private void addUntold(List<SpanMood> all, String words, Palette palette) {
        if (all.stream().anyMatch(mood -> mood.suppressed() > 0 || isThere(mood.unpublished()))) {
            getChildren().add(entry(swatch(palette.paint(Fill.SUPPRESSED)), words));
        }
    }

    private void addMissing(List<SpanMood> all, Palette palette) {
        if (all.stream().anyMatch(mood -> mood.missing() > 0)) {
            Line line = new Line(0, 0, 20, 0);
            line.getStrokeDashArray().addAll(3.0, 3.0);
            line.setStrokeWidth(TimelineChart.MISSING_LINE);
            line.setStroke(palette.colour(Hue.FAINT));
            getChildren().add(entry(line, Text.of("review.missing")));
        }
    }

    private void add(LabelLook look, String words, Palette palette) {
        getChildren().add(entry(swatch(palette.paint(look.fill())), words));
    }

    private static Node swatch(Paint fill) {
        return Nodes.styled(new Rectangle(22, 14, fill), "legend-swatch");
    }

    private static HBox entry(Node picture, String words) {
        return Nodes.row(6, picture, new Label(words));
    }
}
