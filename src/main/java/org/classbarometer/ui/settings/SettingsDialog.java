package org.classbarometer.ui.settings;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.classbarometer.text.Language;
import org.classbarometer.text.Text;

/// Theme, language and model. Every choice takes effect at once.
public final class SettingsDialog extends VBox {
    /// @param model what is said of the model in use: its file, version, where it runs
    /// @param chooseModel asks for another model file
    /// @param usual goes back to the model shipped with the program
    /// @param more sections of other packages, after the first two
    public SettingsDialog(
            ObjectProperty<Settings> settings,
            ObservableValue<Optional<ModelText>> model,
            Runnable chooseModel,
            Runnable usual,
            Node... more) {
        super(18);
        setId("settings-sheet");
        ComboBox<ThemeChoice> theme =
                choice(
                        "theme",
                        List.of(ThemeChoice.values()),
                        settings.get().theme(),
                        SettingsDialog::name);
        theme.valueProperty().addListener((_, _, to) -> settings.set(settings.get().withTheme(to)));
        ComboBox<Language> language =
                choice(
                        "language",
                        List.of(Language.values()),
                        settings.get().language(),
                        SettingsDialog::name);
        language.valueProperty()
                .addListener((_, _, to) -> settings.set(settings.get().withLanguage(to)));
        getChildren()
                .addAll(
                        group("ui.settings.theme", theme, "ui.settings.theme.help"),
                        group("ui.settings.language", language, "ui.settings.language.help"));
        getChildren().addAll(more);
        getChildren().add(modelGroup(model, chooseModel, usual));
    }

    /// What is said of a model.
    ///
    /// @param notice why it does not run where it was asked to
    public record ModelText(
            Path file, String version, String licence, String provider, Optional<String> notice) {}

    private static <T> ComboBox<T> choice(
            String id, List<T> values, T now, Function<T, String> name) {
        ComboBox<T> box = new ComboBox<>();
        box.setId("settings-" + id);
        box.getItems().setAll(values);
        box.setValue(now);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(Text.of("ui.settings." + id));
        box.setAccessibleHelp(Text.of("ui.settings." + id + ".help"));
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(T value) {
                        return value == null ? "" : name.apply(value);
                    }

                    @Override
                    public T fromString(String text) {
                        return now;
                    }
                });
        return box;
    }

    private static String name(ThemeChoice theme) {
        return switch (theme) {
            case SYSTEM -> Text.of("ui.settings.theme.system");
            case LIGHT -> Text.of("ui.settings.theme.light");
            case DARK -> Text.of("ui.settings.theme.dark");
        };
    }

    private static String name(Language language) {
        return language == Language.SYSTEM
                ? Text.of("ui.settings.language.system")
                : language.ownName();
    }

    private static VBox group(String titleKey, Region control, String helpKey) {
        Label title = new Label(Text.of(titleKey));
        title.getStyleClass().add(Styles.TEXT_BOLD);
        title.setLabelFor(control);
        Label help = muted(Text.of(helpKey));
        return new VBox(6, title, control, help);
    }

    private static Label muted(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(Styles.TEXT_MUTED);
        return label;
    }

    private static VBox modelGroup(
            ObservableValue<Optional<ModelText>> model, Runnable choose, Runnable usual) {
        Label title = new Label(Text.of("ui.settings.model"));
        title.getStyleClass().add(Styles.TEXT_BOLD);
        Label now = new Label();
        now.setId("settings-model");
        now.setWrapText(true);
        now.setMinHeight(Region.USE_PREF_SIZE);
        Label notice = muted("");
        model.subscribe(inUse -> {
            now.setText(
                    inUse.map(SettingsDialog::words)
                            .orElseGet(() -> Text.of("ui.settings.model.none")));
            notice.setText(inUse.flatMap(ModelText::notice).orElse(""));
            notice.setManaged(!notice.getText().isEmpty());
        });
        Button other = new Button(Text.of("ui.settings.model.choose"));
        other.setId("choose-model");
        other.setOnAction(_ -> choose.run());
        Button shipped = new Button(Text.of("ui.settings.model.usual"));
        shipped.setId("usual-model");
        shipped.setOnAction(_ -> usual.run());
        HBox buttons = new HBox(8, other, shipped);
        buttons.setAlignment(Pos.CENTER_LEFT);
        return new VBox(6, title, now, notice, buttons, muted(Text.of("ui.settings.model.help")));
    }

    private static String words(ModelText model) {
        return Text.of(
                "ui.settings.model.inuse",
                String.valueOf(model.file().getFileName()),
                model.version(),
                model.provider(),
                model.licence());
    }
}
