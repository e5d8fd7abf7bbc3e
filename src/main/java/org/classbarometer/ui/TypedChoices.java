package org.classbarometer.ui;

import java.util.Optional;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.text.Language;
import org.classbarometer.ui.settings.Settings;

/// Choices typed on the command line: they hold in this window, before what the settings say, and are
/// not stored.
///
/// @param stored what the settings file holds
record TypedChoices(Optional<LabelSet> labels, Optional<Language> language, Settings stored) {
    /// The settings this window starts with.
    Settings first() {
        Settings labelled = labels.map(stored::withLabels).orElse(stored);
        return language.map(labelled::withLanguage).orElse(labelled);
    }

    /// What is to be stored of the settings now: without a typed choice that still holds.
    Settings toStore(Settings now) {
        Settings first = first();
        Settings result = now;
        if (labels.isPresent() && now.labels().equals(first.labels())) {
            result = result.withLabels(stored.labelSet());
        }
        if (language.isPresent() && now.language() == first.language()) {
            result = result.withLanguage(stored.language());
        }
        return result;
    }
}
