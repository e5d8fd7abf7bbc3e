package org.classbarometer.selfcheck.help;

import java.time.LocalDate;

/// One place to turn to.
///
/// @param country ISO 3166-1 alpha-2 code, or [Helplines#UNION], or [Helplines#ANYWHERE]
/// @param name its own name; empty where it has none
/// @param number as people write it, or an address on the web
/// @param note when and for whom, in the language asked for
/// @param source where the number is from
/// @param noted the day it was taken from there; nobody need have called it
public record Helpline(
        String country,
        Kind kind,
        String name,
        String number,
        String note,
        String source,
        LocalDate noted) {
    /// What it is for, in the order it is shown.
    public enum Kind {
        EMERGENCY,
        YOUNG,
        TALK
    }
}
