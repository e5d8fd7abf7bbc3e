package org.classbarometer.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.classbarometer.ui.settings.ThemeChoice;

/// Light or dark: the user's choice, else what the system says at the moment. JavaFX thread.
final class Appearance implements AutoCloseable {
    private final Consumer<Boolean> changed;
    private final ObservableValue<ThemeChoice> choice;
    private final Subscription subscriptions;

    /// @param changed told whether it is dark, after each change and once at the beginning
    Appearance(ObservableValue<ThemeChoice> choice, Consumer<Boolean> changed) {
        this.choice = choice;
        this.changed = changed;
        subscriptions =
                choice.subscribe((_, _) -> apply())
                        .and(
                                Platform.getPreferences()
                                        .colorSchemeProperty()
                                        .subscribe((_, _) -> apply()));
        apply();
    }

    private void apply() {
        boolean dark =
                switch (choice.getValue()) {
                    case LIGHT -> false;
                    case DARK -> true;
                    case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
                };
        Application.setUserAgentStylesheet(
                dark
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        changed.accept(dark);
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
