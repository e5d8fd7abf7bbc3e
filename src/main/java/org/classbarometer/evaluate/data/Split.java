package org.classbarometer.evaluate.data;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The parts that FER2013 (Goodfellow et al. 2013) is published in.
public enum Split {
    TRAINING("Training"),
    VALIDATION("PublicTest"),
    TEST("PrivateTest");

    private final String usage;

    Split(String usage) {
        this.usage = usage;
    }

    /// The word in the column `Usage`.
    public String usage() {
        return usage;
    }

    /// @param word of the column `Usage`
    static Optional<Split> ofUsage(String word) {
        return Arrays.stream(values()).filter(one -> one.usage.equals(word.strip())).findFirst();
    }

    /// @param word of the column `Usage` or a name here, in any case: `publictest`, `validation`
    public static Optional<Split> of(String word) {
        String wanted = word.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(one ->
                        one.usage.toLowerCase(Locale.ROOT).equals(wanted)
                                || one.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }
}
