package org.classbarometer.ui.statement;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import org.classbarometer.law.Document;
import org.classbarometer.law.Document.Block;
import org.classbarometer.law.OptInStatement;
import org.classbarometer.law.StatementPage;
import org.classbarometer.ui.look.DocumentPane;

/// The statement set in type as large as its place allows, so that a class can read it from the back
/// of the room: in two columns where it is wide, in one on paper.
final class StatementText extends Region {
    private static final double SMALLEST = 0.5;
    private static final double LARGEST = 3.5;
    private static final int STEPS = 12;

    private static final double GAP = 32;
    private static final double SPACE = 12;

    // Set in the usual type, then scaled.
    private final Group all = new Group();
    private final Label title;
    private final Label footer;
    private final List<DocumentPane> columns;

    /// @param columns 1 or 2
    StatementText(OptInStatement statement, int columns) {
        getStyleClass().add("statement");
        title = new Label(statement.text().title());
        title.getStyleClass().add("statement-title");
        footer = new Label(StatementPage.footer(statement));
        footer.getStyleClass().addAll(Styles.TEXT_MUTED, "statement-footer");
        this.columns =
                columns(statement.text(), columns).stream()
                        .map(blocks -> new DocumentPane(new Document("", blocks)))
                        .toList();
        all.setManaged(false);
        all.setAutoSizeChildren(false);
        all.getChildren().addAll(title, footer);
        all.getChildren().addAll(this.columns);
        getChildren().add(all);
    }

    // Broken before the heading that leaves the columns most equal.
    private static List<List<Block>> columns(Document text, int columns) {
        List<Block> blocks = text.blocks();
        if (columns == 1) {
            return List.of(blocks);
        }
        int total = length(blocks);
        int best = blocks.size();
        for (int i = 1; i < blocks.size(); i++) {
            boolean closer =
                    Math.abs(2 * length(blocks.subList(0, i)) - total)
                            < Math.abs(2 * length(blocks.subList(0, best)) - total);
            if (blocks.get(i) instanceof Document.Heading && closer) {
                best = i;
            }
        }
        List<List<Block>> both = new ArrayList<>();
        both.add(blocks.subList(0, best));
        both.add(blocks.subList(best, blocks.size()));
        return both;
    }

    private static int length(List<Block> blocks) {
        return blocks.stream().mapToInt(block -> block.text().length() + 40).sum();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - snappedLeftInset() - snappedRightInset();
        double height = getHeight() - snappedTopInset() - snappedBottomInset();
        if (width > 0 && height > 0) {
            fit(width, height);
        }
    }

    // The larger the type, the narrower the lines: bisection finds the largest that fits.
    private void fit(double width, double height) {
        double low = SMALLEST;
        double high = LARGEST;
        for (int i = 0; i < STEPS; i++) {
            double middle = (low + high) / 2;
            if (place(width / middle) * middle <= height) {
                low = middle;
            } else {
                high = middle;
            }
        }
        place(width / low);
        all.getTransforms()
                .setAll(new Translate(snappedLeftInset(), snappedTopInset()), new Scale(low, low));
    }

    /// Puts everything into its place for a width.
    ///
    /// @return how high it is
    private double place(double width) {
        double y = title.prefHeight(-1);
        title.resizeRelocate(0, 0, width, y);
        y += SPACE;
        double column = (width - GAP * (columns.size() - 1)) / columns.size();
        double highest = 0;
        for (int i = 0; i < columns.size(); i++) {
            double height = columns.get(i).prefHeight(column);
            columns.get(i).resizeRelocate(i * (column + GAP), y, column, height);
            highest = Math.max(highest, height);
        }
        y += highest + SPACE;
        double foot = footer.prefHeight(-1);
        footer.resizeRelocate(0, y, width, foot);
        return y + foot;
    }
}
