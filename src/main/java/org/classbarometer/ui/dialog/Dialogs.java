package org.classbarometer.ui.dialog;

import atlantafx.base.theme.Styles;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.classbarometer.text.Text;
import org.classbarometer.ui.look.Buttons;
import org.classbarometer.ui.look.FocusRing;
import org.classbarometer.ui.look.Labels;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.TypeSize;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Lays dialogs over the screen. While one is open the screen behind takes no input; Escape closes
/// the topmost, and the focus returns to where it was.
public final class Dialogs extends StackPane {
    private static final PseudoClass ROOMY = PseudoClass.getPseudoClass("roomy");
    private static final double WIDTH = 600;
    private static final int USUAL_TYPE = 13;
    private static final double MARGIN = 48;
    // In the margin of the dialog, so that what it shows is as wide as its title and its buttons.
    private static final Insets BAR_AND_RING = new Insets(0, 14, 0, 2);

    private final Deque<Open> open = new ArrayDeque<>();
    private final FocusRing ring = new FocusRing();
    private int type = USUAL_TYPE;

    private record Open(StackPane layer, Optional<Node> focusBefore) {}

    /// Dialogs without a screen yet: it may want to know its dialogs.
    public Dialogs() {
        getStyleClass().add("window");
        addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE && !open.isEmpty()) {
                        close();
                        event.consume();
                    }
                });
    }

    /// Sets the size of the type for all that the window shows.
    ///
    /// @param to pixels
    public void type(int to) {
        type = to;
        setStyle("-fx-font-size: " + to + "px;");
        pseudoClassStateChanged(ROOMY, TypeSize.isRoomy(to));
    }

    /// Puts the screen below the dialogs.
    public void setScreen(Node screen) {
        getChildren().setAll(ring, screen);
        open.clear();
    }

    /// Around what has the focus, on the screen and on every dialog.
    public FocusRing ring() {
        return ring;
    }

    public boolean isOpen() {
        return !open.isEmpty();
    }

    /// Opens a dialog.
    ///
    /// @param content what it shows; scrolls when the window is too low
    /// @param buttons at its foot, the usual one last
    public void show(String title, Region content, Node... buttons) {
        Label heading = Labels.text(title, Styles.TITLE_3, "sheet-title");
        HBox.setHgrow(heading, Priority.ALWAYS);
        Button dismiss =
                Buttons.icon(
                        "sheet-close",
                        MaterialDesignC.CLOSE,
                        Text.of("ui.sheet.close"),
                        this::close);
        HBox top = Nodes.row(8, heading, Nodes.gap(), dismiss);

        StackPane held = new StackPane(content);
        held.setPadding(BAR_AND_RING);
        ScrollPane scroll = Nodes.scrolling(held, "sheet-scroll");
        VBox.setVgrow(scroll, Priority.SOMETIMES);
        VBox.setMargin(scroll, new Insets(0, -BAR_AND_RING.getRight(), 0, -BAR_AND_RING.getLeft()));

        VBox dialog = new VBox(16, top, scroll);
        if (buttons.length > 0) {
            HBox foot = new HBox(8, buttons);
            foot.setAlignment(Pos.CENTER_RIGHT);
            dialog.getChildren().add(foot);
        }
        dialog.getStyleClass().add("cb-sheet");
        dialog.setAccessibleRole(AccessibleRole.DIALOG);
        dialog.setAccessibleText(title);
        StackPane layer = new DialogLayer(dialog, scroll, held);

        push(layer);
        Platform.runLater(() -> {
            // What scrolls is in the window only once its scroll pane has its skin.
            layer.applyCss();
            layer.layout();
            firstFocus(content, buttons).orElse(dismiss).requestFocus();
        });
    }

    // Where a person types; else the usual button, which is never one that destroys something.
    private static Optional<Node> firstFocus(Region content, Node... buttons) {
        Optional<Node> field =
                content.lookupAll("*").stream()
                        .filter(Dialogs::takesText)
                        .filter(node -> node.isFocusTraversable() && !node.isDisabled())
                        .findFirst();
        return field.or(() ->
                Arrays.stream(buttons)
                        .filter(node -> node instanceof ButtonBase && !node.isDisabled())
                        .filter(node -> !node.getStyleClass().contains(Styles.DANGER))
                        .reduce((_, last) -> last));
    }

    /// Lays something over the whole window, dialogs included; Escape closes it like any dialog.
    public void cover(String title, Region content) {
        StackPane layer = Nodes.styled(new StackPane(content), "cover");
        layer.setAccessibleRole(AccessibleRole.DIALOG);
        layer.setAccessibleText(title);
        push(layer);
        Platform.runLater(content::requestFocus);
    }

    private static boolean takesText(Node node) {
        return node instanceof TextInputControl
                || (node instanceof ComboBoxBase<?> box && box.isEditable());
    }

    /// A button that closes the dialog on top, then acts.
    public Button closing(String id, String words, Runnable then, String... classes) {
        Runnable act =
                () -> {
                    close();
                    then.run();
                };
        return Buttons.of(id, words, act, classes);
    }

    private void push(StackPane layer) {
        Node focus = getScene() == null ? null : getScene().getFocusOwner();
        open.push(new Open(layer, Optional.ofNullable(focus)));
        getChildren().add(layer);
        below(layer).setDisable(true);
    }

    // As high as its content, unless the window is lower: then the content scrolls.
    private final class DialogLayer extends StackPane {
        private final Region dialog;
        private final ScrollPane scroll;
        private final Region content;

        DialogLayer(Region dialog, ScrollPane scroll, Region content) {
            super(dialog);
            this.dialog = dialog;
            this.scroll = scroll;
            this.content = content;
            getStyleClass().add("sheet-layer");
        }

        @Override
        protected void layoutChildren() {
            double width = Math.min(WIDTH * type / USUAL_TYPE, getWidth() - MARGIN);
            double inner = width - dialog.snappedLeftInset() - dialog.snappedRightInset();
            double held = inner + BAR_AND_RING.getLeft() + BAR_AND_RING.getRight();
            scroll.setPrefHeight(Math.ceil(content.prefHeight(held)) + 2);
            double height = Math.min(dialog.prefHeight(width), getHeight() - MARGIN);
            dialog.resizeRelocate(
                    snapPositionX((getWidth() - width) / 2),
                    snapPositionY((getHeight() - height) / 2),
                    width,
                    height);
        }
    }

    private Node below(Node layer) {
        return getChildren().get(Math.max(0, getChildren().indexOf(layer) - 1));
    }

    /// Closes the topmost dialog; does nothing when none is open.
    public void close() {
        Open top = open.poll();
        if (top != null) {
            below(top.layer()).setDisable(false);
            getChildren().remove(top.layer());
            top.focusBefore().ifPresent(Node::requestFocus);
        }
    }
}
