package org.classbarometer;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classbarometer.rules.Breaks;
import org.classbarometer.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The shape of the program, and that each rule of it catches what it is there for.
class LayersTest {
    private static final JavaClasses PROGRAM =
            new ClassFileImporter()
                    // ArchUnit's own option does not know the folder of the profile "training".
                    .withImportOption(place -> !place.contains("/test-classes/"))
                    .importPackages("org.classbarometer");
    private static final JavaClasses PLANTED =
            new ClassFileImporter().importPackages("org.classbarometer.planted");

    @ParameterizedTest
    @EnumSource
    void the_program_keeps(Rule rule) {
        rule.arch().check(PROGRAM);
    }

    @ParameterizedTest
    @MethodSource("planted")
    void a_planted_violation_is_caught(JavaClass planted) {
        Rule rule = planted.getAnnotationOfType(Breaks.class).value();

        assertThat(rule.arch().evaluate(PLANTED).getFailureReport().getDetails())
                .as("%s catches %s", rule, planted.getSimpleName())
                .anyMatch(detail -> detail.contains(planted.getName()));
    }

    @Test
    void every_rule_has_a_planted_violation() {
        Set<Rule> broken =
                planted().stream()
                        .map(planted -> planted.getAnnotationOfType(Breaks.class).value())
                        .collect(Collectors.toSet());

        assertThat(broken).containsExactlyInAnyOrderElementsOf(EnumSet.allOf(Rule.class));
    }

    @Test
    void every_package_says_why_it_exists() throws IOException {
        assertThat(silentPackages(Path.of("src/main/java"))).isEmpty();
        assertThat(silentPackages(Path.of("src/training/java"))).isEmpty();
        assertThat(silentPackages(Path.of("src/test/java/org/classbarometer/planted")))
                .as("the planted ones")
                .contains("silent", "one", "two")
                .doesNotContain("nulls", "planted");
    }

    private static List<JavaClass> planted() {
        return PLANTED.stream().filter(type -> type.isAnnotatedWith(Breaks.class)).toList();
    }

    /// Names of the folders with classes whose `package-info.java` lacks a text of two lines.
    private static List<String> silentPackages(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> folders =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .map(Path::getParent)
                            .distinct()
                            .toList();
            List<String> silent = new ArrayList<>();
            for (Path folder : folders) {
                Path info = folder.resolve("package-info.java");
                if (!Files.exists(info)
                        || Files.readAllLines(info).stream()
                                        .filter(line -> line.startsWith("/// "))
                                        .count()
                                < 2) {
                    silent.add(folder.getFileName().toString());
                }
            }
            return silent;
        }
    }
}
