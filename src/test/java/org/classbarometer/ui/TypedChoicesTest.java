package org.classbarometer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.setup.FinderChoice;
import org.classbarometer.text.Language;
import org.classbarometer.ui.settings.Settings;
import org.classbarometer.ui.settings.ThemeChoice;
import org.junit.jupiter.api.Test;

class TypedChoicesTest {
    private static final Settings STORED =
            Settings.DEFAULT.withLanguage(Language.GERMAN).withLabels(LabelSet.TWO);
    private final TypedChoices typed =
            new TypedChoices(
                    Optional.of(LabelSet.EIGHT),
                    Optional.of(Language.ENGLISH),
                    Optional.of(FinderChoice.HAAR),
                    Optional.of(Path.of("school.pem")),
                    STORED);

    @Test
    void what_is_typed_comes_before_what_is_stored() {
        assertThat(typed.first().language()).isEqualTo(Language.ENGLISH);
        assertThat(typed.first().labelSet()).isEqualTo(LabelSet.EIGHT);
        assertThat(typed.first().chosenFinder()).contains(FinderChoice.HAAR);
        assertThat(typed.first().authoritiesFile()).contains(Path.of("school.pem"));
    }

    @Test
    void what_is_typed_is_not_stored_with_another_choice() {
        Settings now = typed.first().withTheme(ThemeChoice.DARK);

        assertThat(typed.toStore(now)).isEqualTo(STORED.withTheme(ThemeChoice.DARK));
    }

    @Test
    void what_is_chosen_afterwards_is_stored() {
        Settings now = typed.first().withLanguage(Language.SYSTEM).withLabels(LabelSet.SEVEN);

        assertThat(typed.toStore(now))
                .isEqualTo(STORED.withLanguage(Language.SYSTEM).withLabels(LabelSet.SEVEN));
    }

    @Test
    void nothing_typed_changes_nothing() {
        TypedChoices none =
                new TypedChoices(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        STORED);

        assertThat(none.first()).isEqualTo(STORED);
        assertThat(none.toStore(STORED)).isEqualTo(STORED);
    }
}
