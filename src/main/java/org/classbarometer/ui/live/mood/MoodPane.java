package org.classbarometer.ui.live.mood;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.look.Fill;
import org.classbarometer.look.LabelLook;
import org.classbarometer.text.Text;
import org.classbarometer.ui.live.model.LiveFigures;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.classbarometer.ui.live.model.MoodNow;
import org.classbarometer.ui.look.Glyphs;
import org.classbarometer.ui.look.Labels;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Palette;
import org.classbarometer.ui.look.Percent;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.look.ShareBar;

/// The mood of the room now: in words, in big bars, and how many faces that rests on.
public final class MoodPane extends VBox {
    private static final double GLYPH = 26;
    private static final double LARGE_GLYPH = 34;
    private static final int FEW = 4;

    private final Label words = Nodes.named(Labels.text(""), "mood-words", "mood-words");
    private final GridPane bars = Nodes.styled(new GridPane(10, 10), "mood-bars");
    private final List<Row> rows = new ArrayList<>();
    private final Label from =
            Nodes.named(new Label(), "mood-from", Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    private final Label seen = count("seen");
    private final Label read = count("read");
    private final Label uncertain = count("uncertain");
    private final Label experimental =
            Nodes.named(Labels.text(Text.of("expression.experimental")), "mood-experimental");

    private LabelSet labels = new LabelSet("", List.of());

    private Palette palette = new Palette(false);

    private record Row(String name, Fill fill, ShareBar bar, Label percent) {
        void show(double share) {
            bar.set(share);
            percent.setText(Percent.of(share));
            bar.setAccessibleText(Text.of("ui.mood.bar", name, Percent.of(share)));
        }
    }

    /// @param display opens the room display
    public MoodPane(
            LiveViewModel model, Button display, ObservableValue<Palette> colours, Scope scope) {
        super(12);
        Nodes.named(this, "mood", "mood-pane");
        Label title = Nodes.styled(new Label(Text.of("ui.mood.title")), "panel-title");
        Nodes.wide(title);
        experimental.managedProperty().bind(experimental.visibleProperty());
        scope.watch(model.reading().labels(), set -> experimental.setVisible(set.experimental()));
        ColumnConstraints glyph = new ColumnConstraints();
        ColumnConstraints name = new ColumnConstraints();
        name.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints bar = new ColumnConstraints();
        bar.setHgrow(Priority.ALWAYS);
        bar.setFillWidth(true);
        ColumnConstraints percent = new ColumnConstraints();
        percent.setHalignment(HPos.RIGHT);
        percent.setMinWidth(Region.USE_PREF_SIZE);
        bars.getColumnConstraints().addAll(glyph, name, bar, percent);
        HBox counts =
                new HBox(
                        10,
                        tile(seen, "ui.mood.seen"),
                        tile(read, "ui.mood.read"),
                        tile(uncertain, "ui.mood.uncertain"));
        from.setWrapText(true);
        getChildren()
                .addAll(Nodes.row(10, title, display), experimental, words, from, bars, counts);
        scope.watch(
                colours,
                now -> {
                    palette = now;
                    rows.forEach(row -> row.bar.fill(palette.paint(row.fill)));
                });
        scope.watch(model.figures().mood(), this::show);
    }

    private static Label count(String id) {
        return Nodes.named(new Label("0"), "count-" + id, "count");
    }

    private static VBox tile(Label count, String key) {
        Label name = Nodes.styled(new Label(Text.of(key)), "count-name");
        name.setWrapText(true);
        VBox tile = Nodes.styled(new VBox(count, name), "count-tile");
        HBox.setHgrow(tile, Priority.ALWAYS);
        tile.setMinWidth(0);
        tile.setPrefWidth(100);
        tile.setAccessibleRole(AccessibleRole.TEXT);
        count.textProperty().subscribe(text -> tile.setAccessibleText(Text.of(key) + ": " + text));
        return tile;
    }

    private void show(MoodNow now) {
        if (!now.recent().mood().labels().equals(labels)) {
            labels = now.recent().mood().labels();
            rebuild();
        }
        words.setText(MoodTexts.of(now));
        from.setText(
                now.faces() == 0
                        ? ""
                        : Text.of(
                                "ui.mood.from",
                                now.read() + now.uncertain(),
                                now.faces(),
                                LiveFigures.RECENT_SECONDS));
        double[] stack = now.recent().mood().stack();
        for (int i = 0; i < labels.size(); i++) {
            rows.get(i).show(stack[i]);
        }
        rows.getLast().show(stack[labels.size()]);
        seen.setText(Integer.toString(now.faces()));
        read.setText(Integer.toString(now.read()));
        uncertain.setText(Integer.toString(now.uncertain()));
    }

    private void rebuild() {
        bars.getChildren().clear();
        rows.clear();
        boolean few = labels.size() <= FEW;
        getStyleClass().removeAll("few", "many");
        getStyleClass().add(few ? "few" : "many");
        LabelLook.stack(labels).forEach(this::addRow);
    }

    private void addRow(LabelLook look) {
        ShareBar bar = new ShareBar(palette.paint(look.fill()));
        Label name = Nodes.styled(new Label(look.name()), "bar-name");
        Label percent = Nodes.styled(new Label(Percent.of(0)), "bar-percent");
        rows.add(new Row(look.name(), look.fill(), bar, percent));
        bars.addRow(
                rows.size() - 1,
                Glyphs.node(look, labels.size() <= FEW ? LARGE_GLYPH : GLYPH),
                name,
                bar,
                percent);
        GridPane.setValignment(name, VPos.CENTER);
    }
}
