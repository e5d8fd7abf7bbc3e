package org.classbarometer.ui.selfcheck.diary;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.classbarometer.selfcheck.diary.StoredEntry;
import org.classbarometer.text.Text;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.selfcheck.card.Cards;
import org.classbarometer.ui.selfcheck.model.DiaryFiles;
import org.classbarometer.ui.selfcheck.model.DiaryModel;
import org.classbarometer.ui.selfcheck.model.DiaryModel.State;
import org.classbarometer.ui.selfcheck.model.SelfCheckViewModel;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/// The diary: its entries, newest first, and what can be done with all of it. Locked, it shows nothing
/// but the way in.
public final class DiaryPage extends VBox {
    /// Rows shown at once; more on demand, so that years of entries open at once.
    private static final int PORTION = 30;

    private final SelfCheckViewModel model;
    private final DiaryDialogs dialogs;
    private final VBox rows = new VBox(8);
    private final Label none = Cards.muted(Text.of("selfcheck.diary.none"));
    private final Button more;
    private int portion = PORTION;

    public DiaryPage(
            SelfCheckViewModel model, DiaryDialogs dialogs, DiaryFiles files, Scope scope) {
        super(12);
        this.model = model;
        this.dialogs = dialogs;
        DiaryModel diary = model.diary();
        more =
                Cards.button(
                        "more",
                        MaterialDesignC.CHEVRON_DOWN,
                        "selfcheck.diary.more",
                        this::showMore);
        VBox list =
                Cards.card("diary", Cards.heading(Text.of("selfcheck.diary")), none, rows, more);
        UnlockCard unlock = new UnlockCard(diary, dialogs, scope);
        VBox all = everything(diary, files, scope);
        getChildren().addAll(unlock, list, all);
        scope.watch(diary.entries(), this::show);
        scope.watch(
                diary.state(),
                state -> {
                    // The button that locked it goes: the way back in is next.
                    boolean here = isFocusWithin();
                    Nodes.show(unlock, state == State.LOCKED);
                    if (here && state == State.LOCKED) {
                        unlock.focus();
                    }
                    Nodes.show(list, state == State.OPEN);
                    Nodes.show(all, state != State.LOCKED);
                });
    }

    private void show(List<StoredEntry> entries) {
        rows.getChildren().clear();
        entries.stream()
                .limit(portion)
                .forEach(stored ->
                        rows.getChildren()
                                .add(new EntryRow(stored, model::edit, dialogs::confirmDelete)));
        Nodes.show(none, entries.isEmpty());
        Nodes.show(more, entries.size() > portion);
    }

    private void showMore() {
        portion += PORTION;
        show(model.diary().entries().get());
    }

    private VBox everything(DiaryModel diary, DiaryFiles files, Scope scope) {
        Button export =
                Cards.button(
                        "export",
                        MaterialDesignE.EXPORT,
                        "selfcheck.export",
                        () -> files.exportTo().ifPresent(diary::export));
        export.setAccessibleHelp(Text.of("selfcheck.export.help"));
        Button passphrase =
                Cards.button(
                        "passphrase",
                        MaterialDesignL.LOCK_OUTLINE,
                        "selfcheck.passphrase",
                        dialogs::passphrase);
        Button lock = Cards.button("lock", MaterialDesignL.LOCK, "selfcheck.lock", diary::lock);
        Button folder =
                Cards.button(
                        "folder",
                        MaterialDesignF.FOLDER_OUTLINE,
                        "selfcheck.folder",
                        () -> files.folder().ifPresent(diary::useFolder));
        Button delete =
                Cards.button(
                        "delete-everything",
                        MaterialDesignD.DELETE_OUTLINE,
                        "selfcheck.delete",
                        dialogs::confirmDeleteEverything,
                        Styles.DANGER,
                        Styles.BUTTON_OUTLINED);
        Label where = Cards.muted("");
        where.setId("diary-folder");
        scope.watch(
                diary.folder(),
                path -> where.setText(Text.of("selfcheck.folder.now", path.toString())));
        scope.watch(
                diary.entries(),
                entries -> {
                    export.setDisable(entries.isEmpty());
                    delete.setDisable(entries.isEmpty() && !diary.sealed().get());
                });
        scope.watch(
                diary.sealed(),
                sealed -> {
                    Nodes.show(lock, sealed);
                    passphrase.setText(
                            Text.of(
                                    sealed
                                            ? "selfcheck.passphrase.change"
                                            : "selfcheck.passphrase"));
                    delete.setDisable(diary.entries().get().isEmpty() && !sealed);
                });
        return Cards.card(
                "everything",
                Cards.heading(Text.of("selfcheck.all")),
                new FlowPane(8, 8, export, passphrase, lock, folder, delete),
                where,
                Cards.muted(Text.of("selfcheck.export.note")));
    }
}
