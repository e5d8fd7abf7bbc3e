package org.classbarometer.session;

import java.util.Locale;
import java.util.Set;

/// The country the program runs in.
///
/// @param country ISO 3166-1 alpha-2 code, upper case
public record Place(String country) {
    // The 27 member states; then what belongs to them and has a code of its own (Article 355(1) and
    // (4) TFEU: Åland, French Guiana, Guadeloupe, Saint Martin, Martinique, Réunion, Mayotte); then
    // Iceland, Liechtenstein and Norway (EEA Agreement). As of November 2026; docs/law.md says what
    // is left out, and why.
    private static final Set<String> EUROPEAN_ECONOMIC_AREA =
            Set.of(
                    "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU",
                    "IE", "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES",
                    "SE", "AX", "GF", "GP", "MF", "MQ", "RE", "YT", "IS", "LI", "NO");

    /// @throws IllegalArgumentException when the code is none of ISO 3166-1
    public Place {
        if (!Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(country)) {
            throw new IllegalArgumentException("Not an ISO 3166-1 country code: " + country);
        }
    }

    /// Whether it belongs to the European Union or the European Economic Area.
    public boolean inEuropeanEconomicArea() {
        return EUROPEAN_ECONOMIC_AREA.contains(country);
    }
}
