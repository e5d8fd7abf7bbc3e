package org.classbarometer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The form of the decisions, their index, and that nothing cites one which does not exist.
class DecisionsTest {
    private static final Path FOLDER = Path.of("docs/decisions");
    private static final Pattern FORM =
            Pattern.compile(
                    """
                    # (\\d{4}) \\S[^\\n]*

                    Date: \\d{4}-\\d{2}-\\d{2}
                    Status: (accepted|proposed|replaced by \\d{4})[^\\n]*

                    ## Context
                    .*
                    ## Decision
                    .*\
                    """,
                    Pattern.DOTALL);
    private static final Pattern CITED =
            Pattern.compile("(?:decisions/|\\b[Dd]ecision )(\\d+)(-[a-z0-9-]+\\.md)?");

    @ParameterizedTest
    @MethodSource("decisions")
    void a_decision_has_the_form_and_its_own_number(String name) throws IOException {
        var form = FORM.matcher(Files.readString(FOLDER.resolve(name)));

        assertThat(form.matches()).as("%s has the form of docs/decisions/README.md", name).isTrue();
        assertThat(name).startsWith(form.group(1) + "-");
    }

    @Test
    void the_index_lists_every_decision_once() throws IOException {
        List<String> listed =
                Pattern.compile("\\]\\((\\d{4}-[a-z0-9-]+\\.md)\\)")
                        .matcher(Files.readString(FOLDER.resolve("README.md")))
                        .results()
                        .map(found -> found.group(1))
                        .toList();

        assertThat(listed).containsExactlyElementsOf(decisions());
    }

    @Test
    void no_number_is_given_twice() throws IOException {
        assertThat(decisions().stream().map(name -> name.substring(0, 4))).doesNotHaveDuplicates();
    }

    @Test
    void whatever_is_cited_exists() throws IOException {
        List<String> names = decisions();
        Set<String> numbers =
                names.stream().map(name -> name.substring(0, 4)).collect(Collectors.toSet());
        var missing = new TreeSet<String>();
        int cited = 0;
        for (Path file : texts()) {
            for (MatchResult found : CITED.matcher(Files.readString(file)).results().toList()) {
                cited++;
                if (found.group(2) == null
                        ? !numbers.contains(found.group(1))
                        : !names.contains(found.group(1) + found.group(2))) {
                    missing.add(file + ": " + found.group());
                }
            }
        }

        assertThat(missing).isEmpty();
        assertThat(cited).as("decisions are cited").isGreaterThan(20);
    }

    private static List<String> decisions() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("README.md"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> texts() throws IOException {
        try (Stream<Path> code = Files.walk(Path.of("src"));
                Stream<Path> pages = Files.walk(Path.of("docs"));
                Stream<Path> cards = Files.walk(Path.of("models"));
                Stream<Path> roots = Files.list(Path.of(""))) {
            return Stream.of(code, pages, cards, roots)
                    .flatMap(files -> files)
                    .filter(file -> file.toString().matches(".*\\.(java|md|xml)"))
                    .filter(file -> !file.endsWith("docs/decisions/README.md"))
                    .filter(file -> !file.endsWith("DecisionsTest.java"))
                    .toList();
        }
    }
}
