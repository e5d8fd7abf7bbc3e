package org.classbarometer.ui.look;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.classbarometer.law.Document;
import org.classbarometer.law.Document.Block;

/// A text in paragraphs, as wide as it is given; without its title, which its place shows.
public final class DocumentPane extends VBox {
    public DocumentPane(Document document) {
        super(8);
        getStyleClass().add("document");
        for (Block block : document.blocks()) {
            getChildren()
                    .add(
                            switch (block) {
                                case Document.Heading(String text) -> heading(text);
                                case Document.Paragraph(String text) -> Labels.text(text);
                                case Document.Item(String text) -> item(text);
                            });
        }
    }

    private static Label heading(String text) {
        Label heading = Labels.text(text);
        heading.getStyleClass().addAll(Styles.TEXT_BOLD, "document-heading");
        return heading;
    }

    private static HBox item(String text) {
        Label dot = new Label("•");
        dot.setMinWidth(Region.USE_PREF_SIZE);
        Label words = Labels.text(text);
        Nodes.wide(words);
        return new HBox(8, dot, words);
    }
}
