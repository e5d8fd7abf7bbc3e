package org.classbarometer.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.classbarometer.selfcheck.help.Helpline;
import org.classbarometer.selfcheck.help.Helplines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelplinesTest {
    @TempDir Path userData = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"DE", "GB", "US", "ES", "JP", ""})
    void every_country_gets_the_emergency_number_first_and_someone_to_turn_to(String country) {
        Helplines helplines = Helplines.load(userData, Locale.ENGLISH);

        assertThat(helplines.of(country)).hasSizeGreaterThan(1);
        assertThat(helplines.of(country).getFirst().kind()).isEqualTo(Helpline.Kind.EMERGENCY);
        assertThat(helplines.of(country))
                .extracting(Helpline::kind)
                .filteredOn(kind -> kind != Helpline.Kind.EMERGENCY)
                .isNotEmpty();
    }

    @Test
    void a_member_state_without_lines_of_its_own_gets_those_of_the_union() {
        assertThat(Helplines.load(userData, Locale.ENGLISH).of("ES"))
                .extracting(Helpline::number)
                .contains("112", "116 111");
    }

    @Test
    void every_shipped_line_says_where_it_is_from_and_when_it_was_noted() {
        assertThat(Helplines.load(userData, Locale.GERMAN).all())
                .allSatisfy(line -> {
                    assertThat(line.source()).contains("https://");
                    assertThat(line.noted()).isAfter(LocalDate.of(2026, 1, 1));
                    assertThat(line.number()).isNotBlank();
                    assertThat(line.note()).isNotBlank();
                });
    }

    @Test
    void a_file_in_the_users_folder_takes_the_place_of_the_shipped_one() throws IOException {
        Files.writeString(
                userData.resolve(Helplines.FILE),
                """
                country,kind,name,number,note_en,source,noted
                DE,talk,Our school counsellor,Room 12,mornings,our school,2026-11-01
                DE,emergency,,112,,our school,2026-11-01
                """);
        Helplines own = Helplines.load(userData, Locale.GERMAN);

        assertThat(own.of("DE")).extracting(Helpline::number).containsExactly("112", "Room 12");
        assertThat(own.problem()).isEmpty();
    }

    @Test
    void a_broken_file_is_told_and_the_shipped_lines_stay() throws IOException {
        Files.writeString(userData.resolve(Helplines.FILE), "country,kind\nDE,friend\n");
        Helplines helplines = Helplines.load(userData, Locale.ENGLISH);

        assertThat(helplines.problem())
                .hasValueSatisfying(told -> assertThat(told).contains(Helplines.FILE));
        assertThat(helplines.of("DE")).isNotEmpty();
    }
}
