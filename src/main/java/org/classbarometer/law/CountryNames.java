package org.classbarometer.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.classbarometer.text.Language;

/// What people call the countries beside the name on the screen: in every language of the program
/// and each country's own languages (CLDR, as the Java runtime has it), and usual short forms. Folded as a
/// search is.
final class CountryNames {
    /// Short and older forms that no name of CLDR has.
    private static final Map<String, List<String>> SHORT_FORMS =
            Map.ofEntries(
                    Map.entry("AE", List.of("UAE", "Emirates", "Emirate", "VAE")),
                    Map.entry("BA", List.of("Bosnia", "Bosnien")),
                    Map.entry("CD", List.of("DRC", "Zaire")),
                    Map.entry("CI", List.of("Ivory Coast", "Elfenbeinküste")),
                    Map.entry("CV", List.of("Cabo Verde")),
                    Map.entry("CZ", List.of("Czech Republic", "Tschechische Republik")),
                    Map.entry("DE", List.of("BRD")),
                    Map.entry(
                            "GB",
                            List.of(
                                    "UK",
                                    "Britain",
                                    "Great Britain",
                                    "England",
                                    "Scotland",
                                    "Wales",
                                    "Northern Ireland",
                                    "Großbritannien",
                                    "Schottland",
                                    "Nordirland")),
                    Map.entry("KP", List.of("DPRK")),
                    Map.entry("KR", List.of("Korea", "Republic of Korea")),
                    Map.entry("MK", List.of("Macedonia", "Mazedonien")),
                    Map.entry("MM", List.of("Burma", "Birma")),
                    Map.entry("NL", List.of("Holland")),
                    Map.entry("RU", List.of("Russian Federation")),
                    Map.entry("SZ", List.of("Swaziland")),
                    Map.entry("TR", List.of("Turkey")),
                    Map.entry("TW", List.of("Republic of China")),
                    Map.entry("US", List.of("USA", "America", "Amerika", "States", "Staaten")),
                    Map.entry("VA", List.of("Holy See")));

    private static final Map<String, List<String>> NAMES = new ConcurrentHashMap<>();

    private CountryNames() {}

    /// @param country code of ISO 3166-1, two capital letters
    static List<String> of(String country) {
        return NAMES.computeIfAbsent(country, CountryNames::names);
    }

    private static List<String> names(String country) {
        Locale place = Locale.of("", country);
        List<Locale> languages = new ArrayList<>();
        Language.WRITTEN.forEach(language -> languages.add(language.locale(Locale.ROOT)));
        Stream.of(Locale.getAvailableLocales())
                .filter(locale -> locale.getCountry().equals(country))
                .forEach(languages::add);
        return Stream.concat(
                        languages.stream().map(place::getDisplayCountry),
                        SHORT_FORMS.getOrDefault(country, List.of()).stream())
                .map(Countries::folded)
                .distinct()
                .toList();
    }
}
