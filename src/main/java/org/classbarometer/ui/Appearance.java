package org.classbarometer.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.classbarometer.ui.settings.ThemeChoice;

/// Light or dark: the user's choice, else what the system says at the moment. JavaFX thread.
final class Appearance implements AutoCloseable {
    private final Runnable changed;
    private final ObservableValue<ThemeChoice> choice;
    private final Subscription subscriptions;
    private boolean dark;

    /// @param changed told after the theme was put in place
    Appearance(ObservableValue<ThemeChoice> choice, Runnable changed) {
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
        dark =
                switch (choice.getValue()) {
                    case LIGHT -> false;
                    case DARK -> true;
                    case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
                };
        Application.setUserAgentStylesheet(
                dark
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        changed.run();
    }

    boolean isDark() {
        return dark;
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
