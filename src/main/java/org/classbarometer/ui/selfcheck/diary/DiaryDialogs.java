package org.classbarometer.ui.selfcheck.diary;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.classbarometer.selfcheck.diary.StoredEntry;
import org.classbarometer.text.Text;
import org.classbarometer.ui.dialog.Dialogs;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.PassphraseField;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.selfcheck.card.Cards;
import org.classbarometer.ui.selfcheck.model.DiaryModel;
import org.classbarometer.ui.selfcheck.model.SelfCheckTexts;
import org.classbarometer.ui.task.Notice;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/// What is asked before something cannot be taken back: a passphrase, a deletion.
public record DiaryDialogs(Dialogs dialogs, DiaryModel diary, Scope scope) {
    /// Shorter ones are guessed in no time, whatever is done to slow the guessing.
    private static final int SHORTEST = 8;

    void confirmDelete(StoredEntry stored) {
        Button delete =
                Cards.button(
                        "delete-entry",
                        MaterialDesignD.DELETE_OUTLINE,
                        "selfcheck.entry.delete.yes",
                        () -> {
                            dialogs.close();
                            diary.delete(stored);
                        });
        delete.getStyleClass().add(Styles.DANGER);
        dialogs.show(
                Text.of("selfcheck.entry.delete.title"),
                Cards.text(
                        Text.of(
                                "selfcheck.entry.delete.words",
                                SelfCheckTexts.word(stored.entry().word()),
                                SelfCheckTexts.when(stored.entry().at()))),
                delete,
                cancelButton());
    }

    void confirmDeleteEverything() {
        Button delete =
                Cards.button(
                        "delete-yes",
                        MaterialDesignD.DELETE_OUTLINE,
                        "selfcheck.delete.yes",
                        () -> {
                            dialogs.close();
                            diary.deleteEverything();
                        });
        delete.getStyleClass().add(Styles.DANGER);
        dialogs.show(
                Text.of("selfcheck.delete.title"),
                Cards.text(Text.of("selfcheck.delete.words")),
                delete,
                cancelButton());
    }

    private Button cancelButton() {
        return Cards.button(
                "delete-no", MaterialDesignC.CLOSE, "selfcheck.delete.no", dialogs::close);
    }

    /// Sets, changes or removes the passphrase.
    void passphrase() {
        boolean sealed = diary.sealed().get();
        PassphraseField now = field("passphrase-now", "selfcheck.passphrase.now");
        PassphraseField next = field("passphrase-next", "selfcheck.passphrase.next");
        PassphraseField again = field("passphrase-again", "selfcheck.passphrase.again");
        CheckBox understood = new CheckBox(Text.of("selfcheck.passphrase.understood"));
        understood.setId("passphrase-understood");
        understood.setWrapText(true);
        VBox content = Nodes.named(new VBox(10), "passphrase-sheet");
        content.getChildren()
                .addAll(
                        Cards.text(Text.of("selfcheck.passphrase.words")),
                        Cards.withIcon(
                                MaterialDesignL.LOCK_ALERT_OUTLINE,
                                Text.of("selfcheck.passphrase.lost")));
        if (sealed) {
            content.getChildren().add(labelled("selfcheck.passphrase.now", now));
        }
        content.getChildren()
                .addAll(
                        labelled("selfcheck.passphrase.next", next),
                        labelled("selfcheck.passphrase.again", again),
                        understood,
                        problem());
        BooleanBinding ready =
                Bindings.createBooleanBinding(
                        () ->
                                next.text().length() >= SHORTEST
                                        && next.text().equals(again.text())
                                        && understood.isSelected(),
                        next.textProperty(),
                        again.textProperty(),
                        understood.selectedProperty());
        Button set =
                Cards.button(
                        "passphrase-set",
                        MaterialDesignC.CHECK,
                        "selfcheck.passphrase.set",
                        () -> diary.setPassphrase(now.text(), next.text(), dialogs::close),
                        Styles.ACCENT);
        set.disableProperty().bind(ready.not().or(diary.busy()));
        if (sealed) {
            Button remove =
                    Cards.button(
                            "passphrase-remove",
                            MaterialDesignL.LOCK_OPEN_VARIANT_OUTLINE,
                            "selfcheck.passphrase.remove",
                            () -> diary.removePassphrase(now.text(), dialogs::close));
            remove.disableProperty().bind(now.textProperty().isEmpty().or(diary.busy()));
            dialogs.show(Text.of("selfcheck.passphrase.change"), content, remove, set);
        } else {
            dialogs.show(Text.of("selfcheck.passphrase"), content, set);
        }
    }

    private static PassphraseField field(String id, String key) {
        return new PassphraseField(id, Text.of(key));
    }

    private static VBox labelled(String key, PassphraseField field) {
        Label label = Cards.text(Text.of(key));
        label.setLabelFor(field);
        return new VBox(4, label, field);
    }

    private Label problem() {
        Label problem = Cards.text("");
        problem.setId("passphrase-problem");
        problem.getStyleClass().add(Styles.DANGER);
        scope.watch(
                diary.notice().map(all -> all.filter(Notice::problem)),
                notice -> {
                    problem.setText(notice.map(Notice::text).orElse(""));
                    Nodes.show(problem, notice.isPresent());
                });
        return problem;
    }
}
