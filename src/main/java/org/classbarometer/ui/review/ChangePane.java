package org.classbarometer.ui.review;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.classbarometer.look.LabelLook;
import org.classbarometer.review.Comparison;
import org.classbarometer.text.Text;
import org.classbarometer.ui.lesson.LessonTexts;
import org.classbarometer.ui.look.Glyphs;
import org.classbarometer.ui.look.Palette;
import org.classbarometer.ui.look.Percent;
import org.classbarometer.ui.look.ShareBar;

/// Two moods beside each other, label by label, with what each rests on and how sure the difference
/// is.
final class ChangePane extends VBox {
    private static final double GLYPH = 20;

    // Only labels are shown here: they look alike on every ground.
    private final Palette palette = new Palette(false);
    private final Label title = new Label();
    private final Label nothing = text();
    private final GridPane rows = new GridPane(8, 5);
    private final Label sure = text();
    private final Label basis = text();

    ChangePane(String id) {
        super(8);
        setId(id);
        getStyleClass().addAll("review-card", "change-pane");
        title.getStyleClass().add("panel-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        sure.setId(id + "-sure");
        basis.setId(id + "-basis");
        basis.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        nothing.setId(id + "-nothing");
        nothing.getStyleClass().add(Styles.TEXT_MUTED);
        ColumnConstraints glyph = new ColumnConstraints();
        ColumnConstraints name = new ColumnConstraints();
        name.setMinWidth(Region.USE_PREF_SIZE);
        rows.getColumnConstraints().addAll(glyph, name, share(), bar(), share(), bar(), share());
        getChildren().addAll(title, nothing, rows, sure, basis);
    }

    private static Label text() {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static ColumnConstraints share() {
        ColumnConstraints column = new ColumnConstraints();
        column.setHalignment(HPos.RIGHT);
        column.setMinWidth(Region.USE_PREF_SIZE);
        return column;
    }

    private static ColumnConstraints bar() {
        ColumnConstraints column = new ColumnConstraints();
        column.setHgrow(Priority.ALWAYS);
        column.setFillWidth(true);
        return column;
    }

    /// @param heading what is compared
    /// @param before what the first column is called
    /// @param after what the second column is called
    /// @param why said instead when there is nothing to compare
    void show(
            String heading, String before, String after, Optional<Comparison> change, String why) {
        title.setText(heading);
        rows.getChildren().clear();
        nothing.setText(change.isPresent() ? "" : why);
        shown(nothing, change.isEmpty());
        shown(rows, change.isPresent());
        shown(sure, change.isPresent());
        shown(basis, change.isPresent());
        change.ifPresent(now -> fill(before, after, now));
    }

    private static void shown(Region node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }

    private void fill(String before, String after, Comparison change) {
        Label first = column(before);
        Label second = column(after);
        // Over the figures they name, not at the far end of the bars.
        GridPane.setHalignment(first, HPos.LEFT);
        GridPane.setHalignment(second, HPos.LEFT);
        rows.add(first, 2, 0, 2, 1);
        rows.add(second, 4, 0, 2, 1);
        rows.add(column(Text.of("review.change.points")), 6, 0);
        for (int i = 0; i < change.before().labels().size(); i++) {
            LabelLook look = LabelLook.of(change.before().labels().labels().get(i));
            row(
                    i + 1,
                    look,
                    change.before().shares()[i],
                    change.after().shares()[i],
                    change.change(i));
        }
        sure.setText(
                Text.of(
                        "review.change.sure",
                        LessonTexts.dots(change.sureness()),
                        LessonTexts.sure(change.sureness()),
                        Percent.of(change.distance())));
        basis.setText(
                Text.of(
                        "review.change.basis",
                        before,
                        LessonTexts.basis(change.before()),
                        after,
                        LessonTexts.basis(change.after())));
    }

    private static Label column(String name) {
        Label label = new Label(name);
        label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        return label;
    }

    private void row(int row, LabelLook look, double before, double after, double change) {
        ShareBar first = new ShareBar(palette.paint(look.fill()));
        first.set(before);
        ShareBar second = new ShareBar(palette.paint(look.fill()));
        second.set(after);
        Label points = new Label(LessonTexts.points(change));
        points.getStyleClass().add(Styles.TEXT_BOLD);
        Label name = new Label(look.name());
        name.setAccessibleText(
                Text.of(
                        "review.change.spoken",
                        look.name(),
                        Percent.of(before),
                        Percent.of(after)));
        rows.addRow(
                row,
                Glyphs.node(look, GLYPH),
                name,
                new Label(Percent.of(before)),
                first,
                new Label(Percent.of(after)),
                second,
                points);
    }
}
