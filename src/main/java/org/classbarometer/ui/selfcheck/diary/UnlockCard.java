package org.classbarometer.ui.selfcheck.diary;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.classbarometer.text.Text;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.PassphraseField;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.selfcheck.card.Cards;
import org.classbarometer.ui.selfcheck.model.DiaryModel;
import org.classbarometer.ui.task.Notice;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/// The way into a locked diary.
final class UnlockCard extends VBox {
    private final PassphraseField passphrase =
            new PassphraseField("unlock-passphrase", Text.of("selfcheck.passphrase.enter"));

    UnlockCard(DiaryModel diary, DiaryDialogs dialogs, Scope scope) {
        super(12);
        Nodes.named(this, "unlock", "selfcheck-card");
        Label label = new Label(Text.of("selfcheck.passphrase.enter"));
        label.setLabelFor(passphrase);
        // Neither the field nor the button may go while the diary is busy: the focus would go
        // along.
        Runnable open =
                () -> {
                    if (!diary.busy().get()) {
                        diary.unlock(passphrase.text(), () -> passphrase.textProperty().set(""));
                    }
                };
        passphrase.onEnter(open);
        Button unlock =
                Cards.button(
                        "unlock-open",
                        MaterialDesignL.LOCK_OPEN_VARIANT_OUTLINE,
                        "selfcheck.unlock",
                        open,
                        Styles.ACCENT);
        // In its own place: what is told above must not push the field away.
        Label wrong = Cards.text("");
        wrong.setId("unlock-problem");
        wrong.getStyleClass().add(Styles.DANGER);
        scope.watch(
                diary.notice().map(notice -> notice.filter(Notice::problem)),
                notice -> {
                    wrong.setText(notice.map(Notice::text).orElse(""));
                    if (notice.isPresent() && isVisible()) {
                        passphrase.input().selectAll();
                    }
                });
        Button delete =
                Cards.button(
                        "unlock-delete",
                        MaterialDesignD.DELETE_OUTLINE,
                        "selfcheck.unlock.delete",
                        dialogs::confirmDeleteEverything,
                        Styles.FLAT,
                        Styles.SMALL);
        Label forgotten = Cards.muted(Text.of("selfcheck.passphrase.forgotten"));
        forgotten.getStyleClass().add("selfcheck-apart");
        getChildren()
                .addAll(
                        Cards.heading(Text.of("selfcheck.locked")),
                        label,
                        passphrase,
                        wrong,
                        unlock,
                        forgotten,
                        delete);
    }

    /// Moves the focus to where the passphrase is typed.
    void focus() {
        passphrase.input().requestFocus();
    }
}
