package org.classbarometer.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.setup.FinderChoice;
import org.classbarometer.text.Language;
import org.classbarometer.ui.settings.Settings;

/// Choices typed on the command line: they hold in this window, before what the settings say, and are
/// not stored.
///
/// @param authorities a file with certificates trusted beside the usual ones
/// @param stored what the settings file holds
record TypedChoices(
        Optional<LabelSet> labels,
        Optional<Language> language,
        Optional<FinderChoice> finder,
        Optional<Path> authorities,
        Settings stored) {
    /// The settings this window starts with.
    Settings first() {
        Settings first = labels.map(stored::withLabels).orElse(stored);
        first = language.map(first::withLanguage).orElse(first);
        first = finder.isPresent() ? first.withFinder(finder) : first;
        return authorities.isPresent() ? first.withAuthorities(authorities) : first;
    }

    /// What is to be stored of the settings now: without a typed choice that still holds.
    Settings toStore(Settings now) {
        Settings result = now;
        result = without(labels, result, Settings::labelSet, Settings::withLabels);
        result = without(language, result, Settings::language, Settings::withLanguage);
        result = without(finder, result, Settings::chosenFinder, Settings::withFinder);
        return without(authorities, result, Settings::authoritiesFile, Settings::withAuthorities);
    }

    private <T> Settings without(
            Optional<?> typed,
            Settings now,
            Function<Settings, T> what,
            BiFunction<Settings, T, Settings> with) {
        boolean holds = typed.isPresent() && what.apply(now).equals(what.apply(first()));
        return holds ? with.apply(now, what.apply(stored)) : now;
    }
}
