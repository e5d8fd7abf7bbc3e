package org.classbarometer.ui.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.classbarometer.setup.FinderChoice;
import org.classbarometer.text.Language;
import org.classbarometer.text.Text;
import org.classbarometer.ui.look.Buttons;
import org.classbarometer.ui.look.Choice;
import org.classbarometer.ui.look.Labels;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Percent;
import org.classbarometer.ui.look.Scope;

/// How the window looks, what finds and reads faces, whom network cameras are trusted by. Every choice
/// takes effect at once.
public final class SettingsDialog extends VBox {
    private final ObjectProperty<Settings> settings;

    /// What is asked of others.
    ///
    /// @param model what is said of the model in use
    /// @param chooseModel asks for another model file
    /// @param usualModel goes back to the model shipped with the program
    /// @param finders those there are here, the usual one first
    /// @param find finds with another one from now on
    /// @param fixed why faces cannot be found and read in another way now
    /// @param chooseAuthorities asks for a file with certificates
    public record Doors(
            ObservableValue<Optional<ModelText>> model,
            Runnable chooseModel,
            Runnable usualModel,
            List<FinderChoice> finders,
            Consumer<FinderChoice> find,
            ObservableValue<Optional<String>> fixed,
            Supplier<Optional<Path>> chooseAuthorities) {
        public Doors {
            finders = List.copyOf(finders);
        }
    }

    /// @param scope ends with the dialog
    /// @param more sections of other packages, after how the window looks
    public SettingsDialog(
            ObjectProperty<Settings> settings, Doors doors, Scope scope, Node... more) {
        super(18);
        this.settings = settings;
        setId("settings-sheet");
        Settings now = settings.get();
        getChildren()
                .addAll(
                        group(
                                "ui.settings.language",
                                new Choice<>(
                                        List.of(Language.values()),
                                        now.language(),
                                        SettingsDialog::name,
                                        to -> settings.set(settings.get().withLanguage(to)))),
                        group(
                                "ui.settings.theme",
                                new Choice<>(
                                        List.of(ThemeChoice.values()),
                                        now.theme(),
                                        SettingsDialog::name,
                                        to -> settings.set(settings.get().withTheme(to)))),
                        group(
                                "ui.settings.text",
                                new Choice<>(
                                        Settings.TEXT_PERCENTS,
                                        now.textPercent(),
                                        percent -> Percent.of(percent / 100.0),
                                        to -> settings.set(settings.get().withTextPercent(to)))),
                        group(
                                "ui.settings.motion",
                                new Choice<>(
                                        List.of(MotionChoice.values()),
                                        now.motion(),
                                        SettingsDialog::name,
                                        to -> settings.set(settings.get().withMotion(to)))));
        getChildren().addAll(more);
        getChildren()
                .addAll(
                        finderGroup(doors, scope),
                        modelGroup(doors, scope),
                        authoritiesGroup(doors, scope));
    }

    private static String name(ThemeChoice theme) {
        return switch (theme) {
            case SYSTEM -> Text.of("ui.settings.theme.system");
            case LIGHT -> Text.of("ui.settings.theme.light");
            case DARK -> Text.of("ui.settings.theme.dark");
        };
    }

    private static String name(MotionChoice motion) {
        return switch (motion) {
            case SYSTEM -> Text.of("ui.settings.motion.system");
            case FULL -> Text.of("ui.settings.motion.full");
            case REDUCED -> Text.of("ui.settings.motion.reduced");
        };
    }

    private static String name(Language language) {
        return language == Language.SYSTEM
                ? Text.of("ui.settings.language.system")
                : language.ownName();
    }

    private static <T> VBox group(String key, Choice<T> control) {
        control.setId("settings-" + key.substring(key.lastIndexOf('.') + 1));
        control.setAccessibleText(Text.of(key));
        control.setAccessibleHelp(Text.of(key + ".help"));
        Label title = Labels.title(Text.of(key));
        title.setLabelFor(control);
        return new VBox(6, title, control, Labels.muted(Text.of(key + ".help")));
    }

    // What each means stands below for the one that is chosen.
    private VBox finderGroup(Doors doors, Scope scope) {
        List<FinderChoice> finders = doors.finders();
        FinderChoice now =
                settings.get().chosenFinder().filter(finders::contains).orElse(finders.getFirst());
        Label help = Nodes.named(Labels.muted(meaning(now)), "settings-finder-meaning");
        Function<FinderChoice, String> name = finder -> Text.of(key(finder));
        Choice<FinderChoice> choice =
                Nodes.named(
                        new Choice<>(
                                finders,
                                now,
                                name,
                                to -> {
                                    doors.find().accept(to);
                                    help.setText(meaning(to));
                                }),
                        "settings-finder");
        choice.setAccessibleText(Text.of("ui.settings.finder"));
        choice.setAccessibleHelp(meaning(now));
        Label title = Labels.title(Text.of("ui.settings.finder"));
        title.setLabelFor(choice);
        Label why = fixed(doors, scope, choice);
        return new VBox(6, title, choice, help, why);
    }

    private static String meaning(FinderChoice finder) {
        return Text.of(key(finder) + ".help");
    }

    private static String key(FinderChoice finder) {
        return switch (finder) {
            case BOTH -> "ui.settings.finder.both";
            case HAAR -> "ui.settings.finder.haar";
            case LEARNED -> "ui.settings.finder.learned";
        };
    }

    // While a session is stored everything in it is found and read in one way.
    private static Label fixed(Doors doors, Scope scope, Node control) {
        Label why = Labels.muted("");
        scope.watch(
                doors.fixed(),
                reason -> {
                    why.setText(reason.orElse(""));
                    Nodes.show(why, reason.isPresent());
                    control.setDisable(reason.isPresent());
                });
        return why;
    }

    private static VBox modelGroup(Doors doors, Scope scope) {
        Label now = Nodes.named(Labels.text(""), "settings-model");
        Label notice = Labels.muted("");
        scope.watch(
                doors.model(),
                inUse -> {
                    now.setText(
                            inUse.map(ModelText::words)
                                    .orElseGet(() -> Text.of("ui.settings.model.none")));
                    notice.setText(inUse.flatMap(ModelText::notice).orElse(""));
                    notice.setManaged(!notice.getText().isEmpty());
                });
        HBox buttons =
                Nodes.row(
                        8,
                        Buttons.of(
                                "choose-model",
                                Text.of("ui.settings.model.choose"),
                                doors.chooseModel()),
                        Buttons.of(
                                "usual-model",
                                Text.of("ui.settings.model.usual"),
                                doors.usualModel()));
        return new VBox(
                6,
                Labels.title(Text.of("ui.settings.model")),
                now,
                notice,
                buttons,
                Labels.muted(Text.of("ui.settings.model.help")),
                fixed(doors, scope, buttons));
    }

    private VBox authoritiesGroup(Doors doors, Scope scope) {
        Label now = Nodes.named(Labels.text(""), "settings-authorities");
        Button other =
                Buttons.of(
                        "choose-authorities",
                        Text.of("ui.settings.authorities.choose"),
                        () ->
                                doors.chooseAuthorities()
                                        .get()
                                        .ifPresent(file -> trust(Optional.of(file))));
        Button none =
                Buttons.of(
                        "no-authorities",
                        Text.of("ui.settings.authorities.remove"),
                        () -> trust(Optional.empty()));
        scope.watch(
                settings.map(Settings::authoritiesFile),
                file -> {
                    now.setText(
                            file.map(Path::toString)
                                    .orElseGet(() -> Text.of("ui.settings.authorities.none")));
                    none.setDisable(file.isEmpty());
                });
        return new VBox(
                6,
                Labels.title(Text.of("ui.settings.authorities")),
                now,
                Nodes.row(8, other, none),
                Labels.muted(Text.of("ui.settings.authorities.help")));
    }

    private void trust(Optional<Path> file) {
        settings.set(settings.get().withAuthorities(file));
    }
}
