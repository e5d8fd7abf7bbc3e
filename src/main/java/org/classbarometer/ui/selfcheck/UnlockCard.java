package org.classbarometer.ui.selfcheck;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.classbarometer.text.Text;
import org.classbarometer.ui.look.Scope;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/// The way into a locked diary.
final class UnlockCard extends VBox {
    UnlockCard(DiaryModel diary, DiaryDialogs dialogs, Scope scope) {
        super(12);
        setId("unlock");
        getStyleClass().add("selfcheck-card");
        PasswordField passphrase = new PasswordField();
        passphrase.setId("unlock-passphrase");
        passphrase.setAccessibleText(Text.of("selfcheck.passphrase.enter"));
        Label label = new Label(Text.of("selfcheck.passphrase.enter"));
        label.setLabelFor(passphrase);
        Runnable open = () -> diary.unlock(passphrase.getText(), passphrase::clear);
        passphrase.setOnAction(_ -> open.run());
        Button unlock =
                Labels.button(
                        "unlock-open",
                        MaterialDesignL.LOCK_OPEN_VARIANT_OUTLINE,
                        "selfcheck.unlock",
                        open);
        unlock.getStyleClass().add(Styles.ACCENT);
        Button delete =
                Labels.button(
                        "unlock-delete",
                        MaterialDesignD.DELETE_OUTLINE,
                        "selfcheck.unlock.delete",
                        dialogs::confirmDeleteEverything);
        delete.getStyleClass().add(Styles.FLAT);
        scope.watch(diary.busy(), unlock::setDisable);
        getChildren()
                .addAll(
                        Labels.heading(Text.of("selfcheck.locked")),
                        label,
                        passphrase,
                        new FlowPane(8, 8, unlock, delete),
                        Labels.muted(Text.of("selfcheck.passphrase.forgotten")));
    }
}
