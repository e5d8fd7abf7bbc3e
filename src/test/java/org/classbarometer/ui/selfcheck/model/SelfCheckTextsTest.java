package org.classbarometer.ui.selfcheck.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every text self-check uses exists, none is left over, and none claims what anyone feels.
class SelfCheckTextsTest {
    private static final Path MAIN = Path.of("src/main");
    private static final List<Path> SOURCES =
            List.of(
                    MAIN.resolve("java/org/classbarometer/selfcheck"),
                    MAIN.resolve("java/org/classbarometer/ui/selfcheck"));

    private static Properties texts(String language) throws IOException {
        Path file =
                MAIN.resolve(
                        "resources/org/classbarometer/text/" + language + "/selfcheck.properties");
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    private static Set<String> used() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path folder : SOURCES) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file -> collect(file, used));
            }
        }
        return used;
    }

    private static void collect(Path file, Set<String> used) {
        try {
            Matcher keys =
                    Pattern.compile("\"(selfcheck\\.[a-z.]*[a-z])\"")
                            .matcher(Files.readString(file));
            while (keys.find()) {
                used.add(keys.group(1));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void every_text_is_there_and_none_is_left_over() throws IOException {
        Set<String> used = used();
        // Names of files, no texts.
        used.removeAll(Set.of("selfcheck.db", "selfcheck.sealed"));

        assertThat(texts("en").stringPropertyNames()).containsExactlyInAnyOrderElementsOf(used);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void no_text_says_what_anyone_feels(String language) throws IOException {
        assertThat(texts(language).values())
                .allSatisfy(text ->
                        assertThat(text.toString())
                                .doesNotContainPattern(
                                        "(?i)\\byou feel|\\bfeels?\\b|\\bfühl(st|t)\\b"));
    }
}
