package org.classbarometer.ui.look;

import java.util.function.Function;
import javafx.css.Styleable;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// What every screen does with its nodes: naming, dressing, placing and hiding them. JavaFX thread.
public final class Nodes {
    private Nodes() {}

    /// @param id by which tests and styles find it
    public static <T extends Node> T named(T node, String id, String... classes) {
        node.setId(id);
        return styled(node, classes);
    }

    /// @param classes style classes of it, besides those that it has
    public static <T extends Styleable> T styled(T node, String... classes) {
        node.getStyleClass().addAll(classes);
        return node;
    }

    /// Shows it, or hides it so that it takes no room either.
    public static void show(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    /// Beside each other, each as high as it likes.
    ///
    /// @param apart pixels between them
    public static HBox row(double apart, Node... nodes) {
        HBox row = new HBox(apart, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /// Takes the room that is left in a row.
    public static Region gap() {
        return wide(new Region());
    }

    /// Lets it take the room that is left in its row.
    public static <T extends Region> T wide(T node) {
        node.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(node, Priority.ALWAYS);
        return node;
    }

    /// As wide as the content's place and scrolled only down; Tab goes to what is in it.
    public static ScrollPane scrolling(Region content, String style) {
        ScrollPane scroll = styled(new ScrollPane(content), style);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        return scroll;
    }

    /// Names the values of a box, in its list and on its button.
    public static <T> void names(ComboBox<T> box, Function<T, String> name) {
        box.setButtonCell(new Named<>(name));
        box.setCellFactory(_ -> new Named<>(name));
    }

    private static final class Named<T> extends ListCell<T> {
        private final Function<T, String> name;

        Named(Function<T, String> name) {
            this.name = name;
        }

        @Override
        protected void updateItem(T item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? "" : name.apply(item));
        }
    }

    /// Ends what was watched for a node as soon as it has left its scene, in whatever way.
    public static void endWith(Node node, Scope scope) {
        node.sceneProperty()
                .subscribe((before, now) -> {
                    if (before != null && now == null) {
                        scope.close();
                    }
                });
    }
}
