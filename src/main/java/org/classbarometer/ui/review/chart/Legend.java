package org.classbarometer.ui.review.chart;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.classbarometer.mood.SpanMood;
import org.classbarometer.text.Text;
import org.classbarometer.ui.look.ExpressionStyle;
import org.classbarometer.ui.look.Glyphs;
import org.classbarometer.ui.look.Percent;

/// Says what a chart's areas are: pattern, name and share of each label, then what was uncertain,
/// what is withheld, and where there was no picture.
public final class Legend extends FlowPane {
    private final Glyphs glyphs = new Glyphs();

    public Legend() {
        super(16, 4);
        getStyleClass().add("legend");
        setAlignment(Pos.CENTER_LEFT);
    }

    /// @param k fewest faces a bucket may speak of
    public void show(SpanMood all, int k, ChartColours colours) {
        getChildren().setAll(new Label(Text.of("review.legend")));
        for (int i = 0; i < all.labels().size(); i++) {
            ExpressionStyle style = ExpressionStyle.of(all.labels().labels().get(i));
            add(style, "review.legend.share", all.shares()[i], all.isKnown());
        }
        ExpressionStyle uncertain = ExpressionStyle.of(ExpressionStyle.UNCERTAIN);
        add(uncertain, "review.legend.uncertain", all.uncertain(), all.isKnown());
        if (all.suppressed() > 0) {
            getChildren().add(entry(swatch(colours.withheld()), Text.of("review.withheld", k)));
        }
        if (all.missing() > 0) {
            Line line = new Line(0, 0, 20, 0);
            line.getStrokeDashArray().addAll(2.0, 4.0);
            line.setStroke(colours.text());
            getChildren().add(entry(line, Text.of("review.missing")));
        }
    }

    private void add(ExpressionStyle style, String words, double share, boolean known) {
        String text = known ? Text.of(words, style.name(), Percent.of(share)) : style.name();
        getChildren().add(entry(swatch(glyphs.fill(style)), text));
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
