package org.classbarometer.ui.statement;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.classbarometer.law.Document;
import org.classbarometer.law.Document.Block;
import org.classbarometer.law.OptInStatement;
import org.classbarometer.law.StatementPage;
import org.classbarometer.ui.look.DocumentPane;

/// The statement set in type as large as its place allows, so that a class can read it from the back
/// of the room: in two columns where it is wide, in one on paper.
final class StatementText extends Region {
    private static final int SMALLEST = 9;
    private static final int LARGEST = 44;
    private static final double GAP = 2;

    private final VBox all = new VBox();
    private int size;

    /// @param columns 1 or 2
    StatementText(OptInStatement statement, int columns) {
        getStyleClass().add("statement");
        Label title = new Label(statement.text().title());
        title.getStyleClass().add("statement-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        Label footer = new Label(StatementPage.footer(statement));
        footer.getStyleClass().addAll(Styles.TEXT_MUTED, "statement-footer");
        HBox body = new HBox();
        for (List<Block> column : columns(statement.text(), columns)) {
            DocumentPane text = new DocumentPane(new Document("", column));
            text.setMinWidth(0);
            text.setPrefWidth(1);
            HBox.setHgrow(text, Priority.ALWAYS);
            body.getChildren().add(text);
        }
        body.setFillHeight(false);
        body.spacingProperty().bind(all.spacingProperty().multiply(2.5));
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
            all.resizeRelocate(snappedLeftInset(), snappedTopInset(), width, height);
        }
    }

    private void fit(double width, double height) {
        int low = SMALLEST;
        int high = LARGEST;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            set(middle);
            if (all.prefHeight(width) <= height) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        set(low);
    }

    private void set(int pixels) {
        if (pixels != size) {
            size = pixels;
            all.setStyle("-fx-font-size: " + pixels + "px;");
            all.setSpacing(pixels * GAP / 2);
            all.applyCss();
            all.layout();
        }
    }

    /// In pixels; for tests and for pride.
    int typeSize() {
        return size;
    }
}
