package org.classbarometer.ui.review;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.classbarometer.look.Fill;
import org.classbarometer.look.LabelLook;
import org.classbarometer.mood.SpanMood;
import org.classbarometer.review.Comparison;
import org.classbarometer.text.Text;
import org.classbarometer.ui.lesson.LessonTexts;
import org.classbarometer.ui.look.Glyphs;
import org.classbarometer.ui.look.Labels;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Palette;
import org.classbarometer.ui.look.Percent;
import org.classbarometer.ui.look.ShareBar;

/// Two moods beside each other, label by label, with what each rests on and how sure the difference
/// is.
final class ChangePane extends VBox {
    private static final double GLYPH = 18;

    private Palette palette = new Palette(false);
    private final Label title = Labels.text("", "panel-title");
    private final Label nothing = Nodes.styled(text(), Styles.TEXT_MUTED);
    private final GridPane rows = new GridPane(8, 3);
    private final Label sure = text();
    private final Label basis = Nodes.styled(text(), Styles.TEXT_MUTED, Styles.TEXT_SMALL);

    ChangePane(String id) {
        super(6);
        Nodes.named(this, id, "review-card", "change-pane");
        sure.setId(id + "-sure");
        basis.setId(id + "-basis");
        nothing.setId(id + "-nothing");
        ColumnConstraints glyph = new ColumnConstraints();
        ColumnConstraints name = new ColumnConstraints();
        name.setMinWidth(Region.USE_PREF_SIZE);
        rows.getColumnConstraints().addAll(glyph, name, share(), bar(), share(), bar(), share());
        getChildren().addAll(title, nothing, rows, sure, basis);
    }

    private static Label text() {
        return Labels.text("");
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

    /// For what is shown next.
    void palette(Palette now) {
        palette = now;
    }

    /// One of the two moods.
    ///
    /// @param name of its column
    record Side(String name, SpanMood mood) {}

    /// @param heading what is compared
    /// @param before what the mood before, or of the rest, is called
    /// @param after what the mood after is called; the points are what it has more
    /// @param why said instead when there is nothing to compare
    void show(
            String heading, String before, String after, Optional<Comparison> change, String why) {
        show(heading, change, why);
        change.ifPresent(now ->
                fill(new Side(before, now.before()), new Side(after, now.after()), false, now));
    }

    /// The same with the mood after in the first column: as two charts stand below each other.
    void showAfterFirst(
            String heading, String before, String after, Optional<Comparison> change, String why) {
        show(heading, change, why);
        change.ifPresent(now ->
                fill(new Side(after, now.after()), new Side(before, now.before()), true, now));
    }

    private void show(String heading, Optional<Comparison> change, String why) {
        title.setText(heading);
        rows.getChildren().clear();
        nothing.setText(change.isPresent() ? "" : why);
        Nodes.show(nothing, change.isEmpty());
        Nodes.show(rows, change.isPresent());
        Nodes.show(sure, change.isPresent());
        Nodes.show(basis, change.isPresent());
    }

    private void fill(Side one, Side other, boolean afterFirst, Comparison change) {
        Label first = column(one.name());
        Label second = column(other.name());
        // Over the figures they name, not at the far end of the bars.
        GridPane.setHalignment(first, HPos.LEFT);
        GridPane.setHalignment(second, HPos.LEFT);
        rows.add(first, 2, 0, 2, 1);
        rows.add(second, 4, 0, 2, 1);
        Label points = column(Text.of("review.change.points"));
        points.setTooltip(new Tooltip(Text.of("review.change.points.help")));
        rows.add(points, 6, 0);
        for (int i : told(one.mood(), other.mood())) {
            LabelLook look = LabelLook.of(one.mood().labels().labels().get(i));
            row(
                    new Label(look.name()),
                    look.fill(),
                    Glyphs.node(look, GLYPH),
                    one.mood().shares()[i],
                    other.mood().shares()[i],
                    afterFirst);
        }
        if (Math.round(Math.max(one.mood().unpublished(), other.mood().unpublished()) * 100) > 0) {
            Label untold = Labels.text(Text.of("review.legend.untold"), "untold");
            row(
                    untold,
                    Fill.SUPPRESSED,
                    new Rectangle(GLYPH, GLYPH, palette.paint(Fill.SUPPRESSED)),
                    one.mood().unpublished(),
                    other.mood().unpublished(),
                    afterFirst);
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
                        one.name(),
                        Math.round(one.mood().faces()),
                        Percent.of(one.mood().uncertain()),
                        other.name(),
                        Math.round(other.mood().faces()),
                        Percent.of(other.mood().uncertain())));
    }

    // A label of which neither side tells anything has no row: of seven that are many.
    private static int[] told(SpanMood one, SpanMood other) {
        return IntStream.range(0, one.labels().size())
                .filter(i -> one.shares()[i] > 0 || other.shares()[i] > 0)
                .toArray();
    }

    private static Label column(String name) {
        return Nodes.styled(new Label(name), Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    }

    private void row(
            Label called, Fill fill, Node glyph, double one, double other, boolean afterFirst) {
        ShareBar first = new ShareBar(palette.paint(fill));
        first.set(one);
        ShareBar second = new ShareBar(palette.paint(fill));
        second.set(other);
        Label points =
                Nodes.styled(
                        new Label(
                                afterFirst
                                        ? LessonTexts.points(other, one)
                                        : LessonTexts.points(one, other)),
                        Styles.TEXT_BOLD);
        called.setAccessibleText(
                Text.of(
                        "review.change.spoken",
                        called.getText(),
                        LessonTexts.percent(one),
                        LessonTexts.percent(other)));
        rows.addRow(
                rows.getRowCount(),
                glyph,
                called,
                new Label(LessonTexts.percent(one)),
                first,
                new Label(LessonTexts.percent(other)),
                second,
                points);
    }
}
