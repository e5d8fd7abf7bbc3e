package org.classbarometer.ui.purpose;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.classbarometer.law.Countries;
import org.classbarometer.law.Document;
import org.classbarometer.session.Purpose;
import org.classbarometer.text.Text;
import org.classbarometer.ui.dialog.Dialogs;
import org.classbarometer.ui.look.Buttons;
import org.classbarometer.ui.look.DocumentPane;
import org.classbarometer.ui.look.Labels;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.purpose.PurposeViewModel.Verdict;

/// The two questions over the whole window: where, for what, and what follows from the answers.
public final class PurposeScreen extends StackPane {
    private static final double WIDEST_EM = 74;

    private final PurposeViewModel model;
    private final VBox page = Nodes.styled(new VBox(16), "use-page");
    private final Button confirm;

    /// @param dialogs shows what the law says
    /// @param scope ends with the screen
    public PurposeScreen(PurposeViewModel model, Dialogs dialogs, Scope scope) {
        this.model = model;
        confirm = Buttons.firm("use-confirm", "", model::confirm, Styles.ACCENT);
        Nodes.named(this, "use-screen", "use-screen");
        Label title = Labels.text(Text.of("law.first.title"), "use-title");
        Label why = Labels.text(Text.of("law.first.why"), Styles.TEXT_MUTED);

        VBox where = new VBox(8, question("law.first.place"), new CountryChooser(model, scope));
        VBox.setVgrow(where.getChildren().getLast(), Priority.ALWAYS);
        VerdictPane verdict = new VerdictPane(model, scope);
        VBox what = new VBox(8, question("law.first.purpose"), purposes(scope), verdict);
        HBox questions = new HBox(28, where, what);
        HBox.setHgrow(where, Priority.ALWAYS);
        HBox.setHgrow(what, Priority.ALWAYS);
        where.setPrefWidth(340);
        what.setPrefWidth(560);
        where.setMinWidth(220);
        VBox.setVgrow(questions, Priority.ALWAYS);

        page.getChildren().addAll(title, why, questions, foot(dialogs, scope));
        ScrollPane scroll = Nodes.scrolling(page, "use-scroll");
        scroll.setFitToHeight(true);
        scroll.setMaxHeight(760);
        getChildren().add(scroll);
        // In multiples of the type, which is the window's.
        why.fontProperty().subscribe(font -> scale(scroll, font.getSize()));
        setAccessibleRole(AccessibleRole.DIALOG);
        setAccessibleText(Text.of("law.first.title"));
        Platform.runLater(() -> {
            // The page is in the window only once its scroll pane has its skin.
            applyCss();
            layout();
            Optional.ofNullable(lookup("#country-search")).ifPresent(Node::requestFocus);
        });
    }

    private static void scale(Region scroll, double type) {
        scroll.setMaxWidth(WIDEST_EM * type);
        scroll.setMaxHeight(54 * type);
    }

    private static Label question(String key) {
        return Nodes.styled(new Label(Text.of(key)), Styles.TITLE_4);
    }

    private VBox purposes(Scope scope) {
        ToggleGroup group = new ToggleGroup();
        VBox cards =
                new VBox(
                        4,
                        purpose(group, Purpose.CLASS, "purpose-class", "law.first.purpose.class"),
                        purpose(
                                group,
                                Purpose.SELF_CHECK,
                                "purpose-self",
                                "law.first.purpose.self"));
        group.selectedToggleProperty()
                .addListener((_, _, now) -> {
                    if (now != null) {
                        model.purpose().set(Optional.of((Purpose) now.getUserData()));
                    }
                });
        scope.watch(
                model.purpose(),
                now ->
                        group.getToggles()
                                .forEach(toggle ->
                                        toggle.setSelected(
                                                now.isPresent()
                                                        && now.get() == toggle.getUserData())));
        return cards;
    }

    private static VBox purpose(ToggleGroup group, Purpose purpose, String id, String key) {
        RadioButton choice = Nodes.named(new RadioButton(Text.of(key)), id, Styles.TEXT_BOLD);
        choice.setToggleGroup(group);
        choice.setUserData(purpose);
        choice.setAccessibleHelp(Text.of(key + ".what"));
        Label what = Labels.text(Text.of(key + ".what"), Styles.TEXT_MUTED, "purpose-what");
        what.setOnMouseClicked(_ -> choice.setSelected(true));
        return new VBox(2, choice, what);
    }

    private HBox foot(Dialogs dialogs, Scope scope) {
        Hyperlink more =
                Buttons.link("law-more", Text.of("law.first.more"), () -> showLaw(dialogs));
        Label suggested = Nodes.named(Labels.text(""), "use-hint", Styles.TEXT_MUTED);
        suggested.setAlignment(Pos.CENTER_RIGHT);
        Button self =
                Buttons.firm(
                        "use-self",
                        Text.of("law.first.self"),
                        () -> model.purpose().set(Optional.of(Purpose.SELF_CHECK)));
        Button cancel = Buttons.firm("use-cancel", Text.of("ui.sheet.close"), model::cancel);
        cancel.setCancelButton(true);
        Runnable update =
                () -> {
                    confirm.setText(confirmWords());
                    confirm.setDisable(model.verdict().get() == Verdict.NONE);
                    suggested.setText(hint());
                    boolean refused = model.verdict().get() == Verdict.REFUSED;
                    Nodes.show(self, refused);
                };
        scope.watch(model.verdict(), _ -> update.run());
        scope.onChange(model.place(), update);
        scope.watchList(model.found(), _ -> update.run());
        return Nodes.row(12, more, Nodes.wide(suggested), cancel, self, confirm);
    }

    private String confirmWords() {
        if (model.verdict().get() == Verdict.REFUSED) {
            return Text.of("law.first.confirm.demo");
        }
        return model.verdict().get() != Verdict.NONE && model.isSuggested()
                ? Text.of(
                        "law.first.confirm.suggested",
                        model.place().get().map(Countries::name).orElse(""))
                : Text.of("law.first.confirm");
    }

    private String hint() {
        if (model.place().get().filter(model.found()::contains).isEmpty()) {
            return Text.of("law.first.missing.place");
        }
        if (model.purpose().get().isEmpty()) {
            return model.isSuggested()
                    ? Text.of(
                            "law.first.place.suggested",
                            model.place().get().map(Countries::name).orElse(""))
                    : Text.of("law.first.missing.purpose");
        }
        return "";
    }

    /// What the law says, readable without a network.
    public static void showLaw(Dialogs dialogs) {
        Document law = Document.law(Locale.getDefault(Locale.Category.DISPLAY));
        dialogs.show(law.title(), new DocumentPane(law));
    }
}
