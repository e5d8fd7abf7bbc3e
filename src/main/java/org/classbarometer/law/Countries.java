package org.classbarometer.law;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
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

    /// The countries meant by what was typed, best match first: by the name on the screen, in English,
    /// in German or in the country's own languages, by a usual short form, or by the code.
    ///
    /// @param among in the order of the screen, which equal matches keep
    /// @param typed blank means all of them
    public static List<Place> search(List<Place> among, String typed) {
        String sought = folded(typed.strip());
        if (sought.isEmpty()) {
            return List.copyOf(among);
        }
        return among.stream()
                .filter(place -> match(place, sought) != Match.NONE)
                .sorted(Comparator.comparing(place -> match(place, sought)))
                .toList();
    }

    private enum Match {
        WHOLE,
        BEGINNING,
        WORD,
        PART,
        NONE
    }

    private static Match match(Place place, String sought) {
        List<String> names = CountryNames.of(place.country());
        String shown = folded(name(place));
        if (folded(place.country()).equals(sought)
                || shown.equals(sought)
                || names.contains(sought)) {
            return Match.WHOLE;
        }
        if (shown.startsWith(sought) || any(names, name -> name.startsWith(sought))) {
            return Match.BEGINNING;
        }
        if (any(names, name -> name.contains(" " + sought))) {
            return Match.WORD;
        }
        return shown.contains(sought) ? Match.PART : Match.NONE;
    }

    private static boolean any(List<String> names, Predicate<String> test) {
        return names.stream().anyMatch(test);
    }

    // "Österreich" is found by "oster" too.
    static String folded(String text) {
        return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
