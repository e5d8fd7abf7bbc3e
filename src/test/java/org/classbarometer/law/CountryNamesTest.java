package org.classbarometer.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.classbarometer.session.Place;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CountryNamesTest {
    static Stream<String> countries() {
        return Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).stream();
    }

    // The JDK that tests run on knows all languages; the Java of a package knows two.
    @ParameterizedTest
    @MethodSource("countries")
    void a_country_is_found_by_its_name_in_each_language_that_is_spoken_there(String country) {
        Place place = new Place(country);
        List<String> names =
                Arrays.stream(Locale.getAvailableLocales())
                        .filter(locale -> locale.getCountry().equals(country))
                        .map(Locale.of("", country)::getDisplayCountry)
                        .filter(name -> !name.equals(country))
                        .toList();

        assertThat(names)
                .allSatisfy(name ->
                        assertThat(Countries.search(Countries.all(), name)).contains(place));
    }
}
