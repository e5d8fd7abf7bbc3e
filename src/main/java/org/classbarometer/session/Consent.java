package org.classbarometer.session;

import java.time.OffsetDateTime;

/// The record that opted-in storing was agreed for a session.
///
/// @param at when the person at the machine confirmed it
/// @param role in which role they confirmed it, for instance `teacher`; never a name
/// @param optedIn how many people in view opted in; at least 1
/// @param statementVersion version of the opt-in statement that was shown, for instance `1`
/// @param statementLanguage ISO 639 code of the language it was shown in
public record Consent(
        OffsetDateTime at,
        String role,
        int optedIn,
        String statementVersion,
        String statementLanguage) {
    public Consent {
        if (optedIn < 1) {
            throw new IllegalArgumentException("A consent without people: " + optedIn);
        }
    }
}
