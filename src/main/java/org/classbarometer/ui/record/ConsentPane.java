package org.classbarometer.ui.record;

import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.classbarometer.law.OptInStatement;
import org.classbarometer.text.Text;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.classbarometer.ui.look.Labels;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Scope;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// What the teacher names and confirms before a session is stored.
public final class ConsentPane extends VBox {
    private ConsentPane(Node... parts) {
        super(14, parts);
        setId("consent");
    }

    /// Of a session of the live room.
    ///
    /// @param showStatement shows the statement to the class
    /// @param masks leads to the masks
    static ConsentPane ofLive(
            ConsentForm form,
            LiveViewModel live,
            Runnable showStatement,
            Runnable masks,
            Scope scope) {
        return new ConsentPane(
                Labels.text(Text.of("consent.what")),
                statement(showStatement),
                new VBox(6, fields(form), warning(form, live, scope)),
                tick("consent-everyone", "consent.everyone", form.everyone()::set),
                masked(form, live, masks, scope));
    }

    /// Of recordings: the same, but nobody is in front of a camera now.
    ///
    /// @param showStatement shows the statement
    public static ConsentPane ofRecording(ConsentForm form, Runnable showStatement) {
        return new ConsentPane(
                Nodes.named(Labels.text(Text.of("consent.what.recorded")), "consent-what"),
                statement(showStatement),
                fields(form),
                tick("consent-everyone", "consent.everyone", form.everyone()::set),
                tick("consent-masked", "consent.masked", form.masked()::set));
    }

    /// Stands beside the button that goes on, while it cannot.
    public static Label missing(ConsentForm form) {
        Label missing =
                Nodes.named(
                        new Label(Text.of("consent.missing")),
                        "consent-missing",
                        Styles.TEXT_MUTED);
        missing.visibleProperty().bind(form.ready().not());
        return missing;
    }

    private static HBox statement(Runnable show) {
        Hyperlink open = new Hyperlink(Text.of("consent.statement.show"));
        open.setId("consent-statement");
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setOnAction(_ -> show.run());
        Label version =
                new Label(Text.of("consent.statement.version", OptInStatement.shown().version()));
        version.getStyleClass().add(Styles.TEXT_MUTED);
        return Nodes.row(8, open, version);
    }

    private static HBox fields(ConsentForm form) {
        ComboBox<String> name = Nodes.named(new ComboBox<>(form.classes()), "consent-class");
        name.setEditable(true);
        name.setPrefWidth(260);
        name.setPromptText(Text.of("consent.class.example"));
        name.setAccessibleText(Text.of("consent.class"));
        name.getEditor().textProperty().addListener((_, _, typed) -> form.className().set(typed));
        TextField count = Nodes.named(new TextField(), "consent-count");
        count.setPrefColumnCount(4);
        count.setAccessibleText(Text.of("consent.count"));
        count.textProperty().addListener((_, _, typed) -> form.optedIn().set(typed));
        return new HBox(20, labelled("consent.class", name), labelled("consent.count", count));
    }

    private static Label warning(ConsentForm form, LiveViewModel live, Scope scope) {
        Label warning = Nodes.named(Labels.text(""), "consent-warning", Styles.WARNING);
        warning.setGraphic(new FontIcon(MaterialDesignA.ALERT_OUTLINE));
        Runnable check =
                () -> {
                    int seen = live.figures().mood().get().faces();
                    boolean more = form.count().filter(opted -> opted < seen).isPresent();
                    warning.setText(Text.of("consent.more", seen));
                    Nodes.show(warning, more);
                };
        scope.watch(live.figures().mood(), _ -> check.run());
        scope.onChange(form.optedIn(), check);
        return warning;
    }

    private static VBox labelled(String key, Region field) {
        Label label = Nodes.styled(new Label(Text.of(key)), Styles.TEXT_BOLD);
        label.setLabelFor(field);
        return new VBox(4, label, field);
    }

    private static VBox masked(ConsentForm form, LiveViewModel live, Runnable masks, Scope scope) {
        CheckBox tick = tick("consent-masked", "consent.masked", form.masked()::set);
        Label count = Nodes.named(new Label(), "consent-masks", Styles.TEXT_MUTED);
        scope.watch(
                Bindings.size(live.masks().regions()),
                now -> count.setText(Text.of("consent.masks", now.intValue())));
        Hyperlink open = new Hyperlink(Text.of("consent.masks.open"));
        open.setId("consent-masks-open");
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setOnAction(_ -> masks.run());
        HBox row = Nodes.styled(Nodes.row(8, count, open), "consent-masks-row");
        return new VBox(2, tick, row);
    }

    private static CheckBox tick(String id, String key, Consumer<Boolean> ticked) {
        CheckBox box = Nodes.named(new CheckBox(Text.of(key)), id);
        box.setWrapText(true);
        box.setMinHeight(Region.USE_PREF_SIZE);
        box.selectedProperty().subscribe(ticked);
        return box;
    }
}
