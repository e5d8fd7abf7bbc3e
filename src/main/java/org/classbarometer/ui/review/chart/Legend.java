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
import org.classbarometer.ui.look.Palette;
import org.classbarometer.ui.look.Percent;

/// Says what a chart's areas are: pattern, name and share of each label, then what was uncertain,
/// what is withheld, and where there was no picture.
public final class Legend extends FlowPane {
    public Legend() {
        super(16, 4);
        getStyleClass().add("legend");
        setAlignment(Pos.CENTER_LEFT);
    }

    /// Names and shares of one lesson. The shares are those of every table: of the faces read with
    /// certainty; the uncertain, of all faces seen.
    ///
    /// @param k fewest faces a bucket may speak of
    public void show(SpanMood all, int k, Palette palette) {
        getChildren().setAll(new Label(Text.of("review.legend")));
        for (int i = 0; i < all.labels().size(); i++) {
            LabelLook look = LabelLook.of(all.labels().labels().get(i));
            add(
                    look,
                    all.isKnown()
                            ? Text.of(
                                    "review.legend.share", look.name(), Percent.of(all.shares()[i]))
                            : look.name(),
                    palette);
        }
        add(
                LabelLook.UNCERTAIN,
                all.isKnown()
                        ? Text.of(
                                "review.legend.uncertain",
                                LabelLook.UNCERTAIN.name(),
                                Percent.of(all.uncertain()))
                        : LabelLook.UNCERTAIN.name(),
                palette);
        addUnknown(List.of(all), k, palette);
    }

    /// Names only, where the shares of several lessons stand in a table.
    ///
    /// @param all of one label set
    public void names(List<SpanMood> all, int k, Palette palette) {
        getChildren().clear();
        all.stream()
                .findFirst()
                .ifPresent(first ->
                        LabelLook.stack(first.labels())
                                .forEach(look -> add(look, look.name(), palette)));
        addUnknown(all, k, palette);
    }

    private void addUnknown(List<SpanMood> all, int k, Palette palette) {
        if (all.stream().anyMatch(mood -> mood.suppressed() > 0)) {
            getChildren()
                    .add(
                            entry(
                                    swatch(palette.paint(Fill.SUPPRESSED)),
                                    Text.of("review.withheld", k)));
        }
        if (all.stream().anyMatch(mood -> mood.missing() > 0)) {
            Line line = new Line(0, 0, 20, 0);
            line.getStrokeDashArray().addAll(3.0, 3.0);
            line.setStroke(palette.colour(Hue.FAINT));
            getChildren().add(entry(line, Text.of("review.missing")));
        }
    }

    private void add(LabelLook look, String words, Palette palette) {
        getChildren().add(entry(swatch(palette.paint(look.fill())), words));
    }

    private static Node swatch(Paint fill) {
        Rectangle swatch = new Rectangle(22, 14, fill);
        swatch.getStyleClass().add("legend-swatch");
        return swatch;
    }

    private static HBox entry(Node picture, String words) {
        HBox entry = new HBox(6, picture, new Label(words));
        entry.setAlignment(Pos.CENTER_LEFT);
        return entry;
    }
}
