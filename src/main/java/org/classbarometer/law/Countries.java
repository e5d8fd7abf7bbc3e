package org.classbarometer.law;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.classbarometer.session.Place;

/// The countries of ISO 3166-1 by their names in the language of the screen.
public final class Countries {
    private Countries() {}

    /// In the display language.
    public static String name(Place place) {
        return Locale.of("", place.country())
                .getDisplayCountry(Locale.getDefault(Locale.Category.DISPLAY));
    }

    /// Every country, by its name.
    public static List<Place> all() {
        Collator order = Collator.getInstance(Locale.getDefault(Locale.Category.DISPLAY));
        return Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).stream()
                .map(Place::new)
                .sorted(Comparator.comparing(Countries::name, order::compare))
                .toList();
    }

    /// What the system's locale suggests; a guess that a person has to confirm.
    public static Optional<Place> suggested(Locale system) {
        return of(system.getCountry());
    }

    /// @param code two letters, in either case
    public static Optional<Place> of(String code) {
        String upper = code.strip().toUpperCase(Locale.ROOT);
        return Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(upper)
                ? Optional.of(new Place(upper))
                : Optional.empty();
    }

    /// Whether a country is meant by what was typed: a part of its name, or its code.
    public static boolean matches(Place place, String typed) {
        String sought = folded(typed.strip());
        return folded(name(place)).contains(sought) || folded(place.country()).equals(sought);
    }

    // "Österreich" is found by "oster" too.
    private static String folded(String text) {
        return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
