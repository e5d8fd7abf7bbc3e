package org.classbarometer.ui.storing;

import atlantafx.base.theme.Styles;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.classbarometer.law.Countries;
import org.classbarometer.session.Purpose;
import org.classbarometer.session.UseContext;
import org.classbarometer.text.Text;
import org.classbarometer.ui.dialog.Dialogs;
import org.classbarometer.ui.look.Buttons;
import org.classbarometer.ui.look.Labels;
import org.classbarometer.ui.look.Nodes;

/// The part of the settings about place and purpose and the stored sessions.
public final class StoringSection extends VBox {
    private static final List<Integer> DAYS = List.of(1, 7, 14, 30, 90, 180, 365);

    private final StoreChoices choices;
    private final Dialogs dialogs;

    /// @param storing whether a session is being stored: its place and purpose stand
    /// @param changeContext asks for place and purpose anew
    public StoringSection(
            StoreChoices choices,
            ObservableValue<Boolean> storing,
            Runnable changeContext,
            Dialogs dialogs) {
        super(18);
        this.choices = choices;
        this.dialogs = dialogs;
        setId("keep-section");
        if (choices.store().isEmpty()) {
            getChildren().add(Labels.muted(Text.of("record.keep.none")));
        }
        getChildren()
                .addAll(context(storing, changeContext), retention(), hints(), everything(storing));
    }

    private VBox context(ObservableValue<Boolean> storing, Runnable changeContext) {
        Optional<UseContext> context = choices.settings().get().context();
        Label now =
                Nodes.named(
                        Labels.text(
                                context.map(StoringSection::words)
                                        .orElseGet(() -> Text.of("law.use.none"))),
                        "use-now");
        Button change = dialogs.closing("use-change", Text.of("law.use.change"), changeContext);
        change.setMinWidth(USE_PREF_SIZE);
        change.setDisable(storing.getValue());
        HBox row = Nodes.row(12, now, change);
        VBox group = new VBox(6, Labels.title(Text.of("law.use.title")), row);
        if (context.filter(UseContext::prohibited).isPresent()) {
            group.getChildren().add(Labels.muted(Text.of("law.use.refused")));
        }
        if (storing.getValue()) {
            group.getChildren().add(Labels.muted(Text.of("law.use.recording")));
        }
        return group;
    }

    private static String words(UseContext context) {
        return Text.of(
                context.purpose() == Purpose.CLASS ? "law.use.now" : "law.use.self",
                Countries.name(context.place()));
    }

    private VBox retention() {
        return new VBox(
                6,
                Labels.title(Text.of("record.keep.title")),
                Labels.text(Text.of("record.keep.retention")),
                retentionChoice("keep-retention", choices),
                Labels.muted(Text.of("record.keep.retention.help")));
    }

    /// Chooses how long sessions are kept; takes effect at once.
    static ComboBox<Integer> retentionChoice(String id, StoreChoices choices) {
        int now = (int) choices.settings().get().retention().toDays();
        ComboBox<Integer> days = Nodes.named(new ComboBox<>(), id);
        TreeSet<Integer> offered = new TreeSet<>(DAYS);
        offered.add(now);
        days.getItems().setAll(offered);
        days.setValue(now);
        days.setMaxWidth(Double.MAX_VALUE);
        days.setAccessibleText(Text.of("record.keep.retention"));
        Nodes.names(days, value -> Text.of("record.keep.retention.days", value));
        days.valueProperty()
                .addListener((_, _, to) ->
                        choices.change(settings -> settings.withRetention(Duration.ofDays(to))));
        return days;
    }

    private VBox hints() {
        CheckBox hints = Nodes.named(new CheckBox(Text.of("record.keep.hints")), "keep-hints");
        hints.setSelected(choices.settings().get().hints());
        hints.selectedProperty()
                .addListener((_, _, on) -> choices.change(settings -> settings.withHints(on)));
        return new VBox(4, hints, Labels.muted(Text.of("record.keep.hints.help")));
    }

    private VBox everything(ObservableValue<Boolean> storing) {
        Button delete =
                Buttons.of(
                        "keep-everything",
                        Text.of("record.keep.everything"),
                        this::confirmDeleteEverything,
                        Styles.DANGER,
                        Styles.BUTTON_OUTLINED);
        delete.setDisable(storing.getValue() || choices.store().isEmpty());
        return new VBox(6, delete, Labels.muted(Text.of("record.keep.everything.help")));
    }

    private void confirmDeleteEverything() {
        Button cancel =
                Buttons.of("everything-keep", Text.of("record.withdraw.keep"), dialogs::close);
        Button delete =
                Buttons.of(
                        "everything-confirm",
                        Text.of("record.keep.everything.confirm"),
                        () -> {
                            dialogs.close();
                            dialogs.close();
                            choices.deleteEverything(() ->
                                    dialogs.show(
                                            Text.of("record.withdrawn.title"),
                                            Labels.text(Text.of("record.keep.everything.done"))));
                        },
                        Styles.DANGER);
        dialogs.show(
                Text.of("record.keep.everything.title"),
                Labels.text(Text.of("record.keep.everything.text")),
                delete,
                cancel);
    }
}
