package org.classbarometer.selfcheck.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.classbarometer.session.Place;
import org.classbarometer.text.Text;

/// The helplines of a file. Immutable.
///
/// @param all of every country
/// @param problem what was wrong with the user's own file, in the user's words; the shipped one is
///     used then
public record Helplines(List<Helpline> all, Optional<String> problem) {
    /// The file's name in the user's data folder.
    public static final String FILE = "helplines.csv";

    /// Stands for a member state of the European Union or the EEA without lines of its own.
    public static final String UNION = "EU";

    /// Stands for every country without lines of its own.
    public static final String ANYWHERE = "*";

    public Helplines {
        all = List.copyOf(all);
    }

    /// Reads the user's own file, or where there is none, or a broken one, the shipped one.
    ///
    /// @param userData the user's data folder
    /// @param language of the notes
    public static Helplines load(Path userData, Locale language) {
        Path own = userData.resolve(FILE);
        if (Files.exists(own)) {
            try {
                String text = Files.readString(own);
                return new Helplines(parse(new StringReader(text), language), Optional.empty());
            } catch (IOException | IllegalArgumentException | DateTimeException broken) {
                return new Helplines(
                        shipped(language),
                        Optional.of(
                                Text.of(
                                        "selfcheck.help.broken",
                                        own.toString(),
                                        String.valueOf(broken.getMessage()))));
            }
        }
        return new Helplines(shipped(language), Optional.empty());
    }

    private static List<Helpline> shipped(Locale language) {
        try (InputStream in =
                Helplines.class.getResourceAsStream("/org/classbarometer/selfcheck/" + FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not in the program");
            }
            return parse(new InputStreamReader(in, StandardCharsets.UTF_8), language);
        } catch (IOException unreadable) {
            throw new IllegalStateException(FILE + " cannot be read", unreadable);
        }
    }

    private static List<Helpline> parse(Reader text, Locale language) throws IOException {
        CSVFormat format =
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .setIgnoreEmptyLines(true)
                        .setTrim(true)
                        .get();
        List<Helpline> lines = new ArrayList<>();
        try (CSVParser records = format.parse(text)) {
            for (CSVRecord record : records) {
                lines.add(line(record, language));
            }
        }
        return lines;
    }

    private static Helpline line(CSVRecord record, Locale language) {
        String translated = "note_" + language.getLanguage();
        return new Helpline(
                record.get("country"),
                Helpline.Kind.valueOf(record.get("kind").toUpperCase(Locale.ROOT)),
                record.get("name"),
                record.get("number"),
                record.get(record.isMapped(translated) ? translated : "note_en"),
                record.get("source"),
                LocalDate.parse(record.get("noted")));
    }

    /// The countries that have lines of their own, by their codes.
    public List<String> countries() {
        return all.stream()
                .map(Helpline::country)
                .filter(country -> !country.equals(UNION) && !country.equals(ANYWHERE))
                .distinct()
                .toList();
    }

    /// The lines of a country, the emergency number first: its own, or those of the European Union,
    /// or those that hold anywhere.
    ///
    /// @param country ISO 3166-1 alpha-2 code; an unknown one gets those that hold anywhere
    public List<Helpline> of(String country) {
        String key = ANYWHERE;
        if (countries().contains(country)) {
            key = country;
        } else if (inUnion(country)) {
            key = UNION;
        }
        String wanted = key;
        return all.stream()
                .filter(line -> line.country().equals(wanted))
                .sorted(Comparator.comparing(Helpline::kind))
                .toList();
    }

    private static boolean inUnion(String country) {
        boolean known =
                Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(country);
        return known && new Place(country).inEuropeanEconomicArea();
    }
}
