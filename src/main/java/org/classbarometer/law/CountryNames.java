package org.classbarometer.law;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classbarometer.text.Language;

/// What people call the countries beside the name on the screen: in every language of the program
/// (CLDR, as the Java runtime has it), in each country's own languages (`country-names.properties`: a
/// package's Java has no other languages), and by usual short forms. Folded as a search is.
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

    private static final Map<String, List<String>> OWN = own();
    private static final Map<String, List<String>> NAMES = new ConcurrentHashMap<>();

    private CountryNames() {}

    /// @param country code of ISO 3166-1, two capital letters
    static List<String> of(String country) {
        return NAMES.computeIfAbsent(country, CountryNames::names);
    }

    private static List<String> names(String country) {
        Locale place = Locale.of("", country);
        Stream<String> written =
                Language.WRITTEN.stream()
                        .map(language -> place.getDisplayCountry(language.locale(Locale.ROOT)));
        return Stream.of(
                        written,
                        OWN.getOrDefault(country, List.of()).stream(),
                        SHORT_FORMS.getOrDefault(country, List.of()).stream())
                .flatMap(names -> names)
                .map(Countries::folded)
                .distinct()
                .toList();
    }

    private static Map<String, List<String>> own() {
        Properties file = new Properties();
        try (Reader in =
                new InputStreamReader(
                        Objects.requireNonNull(
                                CountryNames.class.getResourceAsStream("country-names.properties")),
                        UTF_8)) {
            file.load(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return file.stringPropertyNames().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                country -> country,
                                country -> List.of(file.getProperty(country).split("\\|", -1))));
    }
}
