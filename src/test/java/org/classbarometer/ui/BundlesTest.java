package org.classbarometer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classbarometer.text.Language;
import org.classbarometer.ui.live.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every text exists in every language, and every text the screens use exists.
class BundlesTest {
    private static final Path TEXTS = Path.of("src/main/resources/org/classbarometer/text");
    private static final Path SCREENS = Path.of("src/main/java/org/classbarometer/ui");

    private static List<String> files(Language language) throws IOException {
        try (Stream<Path> files = Files.list(TEXTS.resolve(language.tag()))) {
            return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }

    private static List<String> bundles() throws IOException {
        return files(Language.ENGLISH).stream()
                .filter(name -> name.endsWith(".properties"))
                .map(name -> name.substring(0, name.indexOf('.')))
                .toList();
    }

    private static Stream<Arguments> translations() throws IOException {
        List<String> bundles = bundles();
        return Language.WRITTEN.stream()
                .filter(language -> language != Language.ENGLISH)
                .flatMap(
                        language -> bundles.stream().map(bundle -> Arguments.of(language, bundle)));
    }

    private static Properties texts(Language language, String bundle) throws IOException {
        Path file = TEXTS.resolve(language.tag(), bundle + ".properties");
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    private static Properties texts(String bundle) throws IOException {
        return texts(Language.ENGLISH, bundle);
    }

    @ParameterizedTest
    @FieldSource("org.classbarometer.text.Language#WRITTEN")
    void every_language_has_every_file(Language language) throws IOException {
        assertThat(files(language)).isEqualTo(files(Language.ENGLISH));
    }

    @ParameterizedTest
    @MethodSource("translations")
    void every_language_has_the_same_texts_as_english(Language language, String bundle)
            throws IOException {
        assertThat(texts(language, bundle).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(texts(bundle).stringPropertyNames());
    }

    @ParameterizedTest
    @MethodSource("translations")
    void every_language_fills_in_what_english_fills_in(Language language, String bundle)
            throws IOException {
        Properties english = texts(bundle);
        Properties translated = texts(language, bundle);
        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(translated.getProperty(key), Locale.of(language.tag())))
                    .as(key)
                    .isEqualTo(placeholders(english.getProperty(key), Locale.ENGLISH));
        }
    }

    @ParameterizedTest
    @MethodSource("translations")
    void no_sentence_is_left_in_english(Language language, String bundle) throws IOException {
        Properties english = texts(bundle);
        Properties translated = texts(language, bundle);
        assertThat(english.stringPropertyNames())
                .filteredOn(key -> english.getProperty(key).matches("(?s).*[a-z] [a-z]+ [a-z].*"))
                .noneMatch(key -> english.getProperty(key).equals(translated.getProperty(key)));
    }

    @ParameterizedTest
    @MethodSource("translations")
    void what_goes_on_is_told_with_one_sign_close_to_the_word(Language language, String bundle)
            throws IOException {
        for (Language any : List.of(Language.ENGLISH, language)) {
            assertThat(texts(any, bundle).entrySet())
                    .extracting(text -> String.valueOf(text.getValue()))
                    // "From … to …" leaves something out, as a command does.
                    .filteredOn(text -> text.indexOf('…') == text.length() - 1)
                    .noneMatch(text -> text.matches("(?s).*(?<!classbarometer) …"));
        }
    }

    private static Set<Integer> placeholders(String text, Locale locale) {
        // What a command's help fills in is not ours.
        String pattern = text.replaceAll("\\$\\{[A-Z-]+}", "");
        // A pattern that cannot be read throws here.
        int count = new MessageFormat(pattern, locale).getFormatsByArgumentIndex().length;
        Set<Integer> used = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            if (Pattern.compile("\\{" + i + "[,}]").matcher(pattern).find()) {
                used.add(i);
            }
        }
        return used;
    }

    @Test
    void every_text_the_screens_use_exists() throws IOException {
        Set<String> used = used();
        for (Command command : Command.values()) {
            used.add(command.textKey());
        }
        for (String key : used) {
            String bundle = key.substring(0, key.indexOf('.'));
            assertThat(texts(bundle).stringPropertyNames()).contains(key);
        }
    }

    @Test
    void no_text_of_the_screens_is_left_unused() throws IOException {
        String sources = sources();
        Set<String> unused = new TreeSet<>(texts("ui").stringPropertyNames());
        unused.removeAll(used());
        unused.removeIf(key -> key.endsWith(".help") || key.startsWith("ui.notice."));
        assertThat(unused).isEmpty();
        assertThat(sources).isNotEmpty();
    }

    private static Set<String> used() throws IOException {
        String bundles = String.join("|", bundles());
        Matcher keys =
                Pattern.compile("\"((?:" + bundles + ")\\.[a-z.]*[a-z])\"").matcher(sources());
        Set<String> used = new TreeSet<>();
        while (keys.find()) {
            used.add(keys.group(1));
        }
        return used;
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(SCREENS)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(BundlesTest::read)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
