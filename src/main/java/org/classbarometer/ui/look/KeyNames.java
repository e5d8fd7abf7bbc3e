package org.classbarometer.ui.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import org.classbarometer.text.Text;

/// Keys as they are printed on the keyboards of the language: `Ctrl+Shift+P`, `Strg+Umschalt+P`.
public final class KeyNames {
    private static final boolean MAC =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");

    private KeyNames() {}

    public static String of(KeyCombination keys) {
        if (MAC || !(keys instanceof KeyCodeCombination combination)) {
            // There they have signs of their own, the same in every language.
            return keys.getDisplayText();
        }
        List<String> parts = new ArrayList<>();
        held(combination.getShortcut(), "ui.key.ctrl").ifPresent(parts::add);
        held(combination.getControl(), "ui.key.ctrl").ifPresent(parts::add);
        held(combination.getAlt(), "ui.key.alt").ifPresent(parts::add);
        held(combination.getShift(), "ui.key.shift").ifPresent(parts::add);
        parts.add(name(combination.getCode()));
        return String.join("+", parts);
    }

    private static Optional<String> held(ModifierValue value, String key) {
        return value == ModifierValue.DOWN ? Optional.of(Text.of(key)) : Optional.empty();
    }

    private static String name(KeyCode code) {
        return switch (code) {
            case ESCAPE -> Text.of("ui.key.escape");
            case COMMA -> ",";
            default -> code.getName();
        };
    }
}
