package org.classbarometer.ui.statement;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;
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

    // Set in the usual type, then scaled.
    private final VBox all = new VBox(14);

    /// @param columns 1 or 2
    StatementText(OptInStatement statement, int columns) {
        getStyleClass().add("statement");
        Label title = new Label(statement.text().title());
        title.getStyleClass().add("statement-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        Label footer = new Label(StatementPage.footer(statement));
        footer.getStyleClass().addAll(Styles.TEXT_MUTED, "statement-footer");
        HBox body = new HBox(32);
        body.setAlignment(Pos.TOP_LEFT);
        for (List<Block> column : columns(statement.text(), columns)) {
            DocumentPane text = new DocumentPane(new Document("", column));
            text.setMinWidth(0);
            text.setPrefWidth(1);
            HBox.setHgrow(text, Priority.ALWAYS);
            body.getChildren().add(text);
        }
        body.setFillHeight(false);
        all.getChildren().addAll(title, body, footer);
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
        all.applyCss();
        double low = SMALLEST;
        double high = LARGEST;
        for (int i = 0; i < STEPS; i++) {
            double middle = (low + high) / 2;
            if (all.prefHeight(width / middle) * middle <= height) {
                low = middle;
            } else {
                high = middle;
            }
        }
        all.getTransforms().setAll(new Scale(low, low));
        all.resizeRelocate(
                snappedLeftInset(), snappedTopInset(), width / low, all.prefHeight(width / low));
    }
}
