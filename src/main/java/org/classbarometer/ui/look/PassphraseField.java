package org.classbarometer.ui.look;

import javafx.beans.property.StringProperty;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.classbarometer.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/// A field for a passphrase that can be shown while it is typed: what cannot be read cannot be
/// checked, and a passphrase cannot be recovered.
public final class PassphraseField extends HBox {
    private final PasswordField hidden = new PasswordField();
    private final TextField shown = new TextField();

    /// @param id of the field that is typed into while the passphrase is hidden
    /// @param name for the screen reader
    public PassphraseField(String id, String name) {
        super(6);
        hidden.setId(id);
        shown.setId(id + "-shown");
        hidden.setAccessibleText(name);
        shown.setAccessibleText(name);
        shown.textProperty().bindBidirectional(hidden.textProperty());
        Nodes.show(shown, false);
        ToggleButton show = new ToggleButton("", new FontIcon(MaterialDesignE.EYE_OUTLINE));
        show.setId(id + "-show");
        show.setAccessibleText(Text.of("ui.passphrase.show"));
        show.setTooltip(new Tooltip(Text.of("ui.passphrase.show")));
        show.selectedProperty().subscribe((_, on) -> reveal(on));
        StackPane field = new StackPane(hidden, shown);
        HBox.setHgrow(field, Priority.ALWAYS);
        getChildren().addAll(field, show);
    }

    private void reveal(boolean on) {
        Nodes.show(hidden, !on);
        Nodes.show(shown, on);
        TextInputControl now = on ? shown : hidden;
        now.requestFocus();
        now.end();
    }

    /// The field itself, shown or hidden; its text is that of both.
    public TextInputControl input() {
        return shown.isVisible() ? shown : hidden;
    }

    /// What was typed.
    public String text() {
        return hidden.getText();
    }

    /// What was typed, for what depends on it.
    public StringProperty textProperty() {
        return hidden.textProperty();
    }

    /// @param done on Enter
    public void onEnter(Runnable done) {
        hidden.setOnAction(_ -> done.run());
        shown.setOnAction(_ -> done.run());
    }
}
