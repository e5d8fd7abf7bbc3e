package org.classbarometer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javafx.css.CssParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StylesheetTest {
    private static final Pattern COLOUR = Pattern.compile("-color-[a-z0-9-]+");
    private static final Pattern DEFINED = Pattern.compile("(-color-[a-z0-9-]+)\\s*:");
    private static final URL OURS =
            Objects.requireNonNull(MainWindow.class.getResource("classbarometer.css"));

    @Test
    void the_stylesheet_is_well_formed() throws IOException {
        CssParser.errorsProperty().clear();
        new CssParser().parse(OURS);

        assertThat(CssParser.errorsProperty()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(classes = {PrimerLight.class, PrimerDark.class})
    void every_colour_is_one_of_the_theme_or_our_own(Class<? extends Theme> theme)
            throws Exception {
        String sheet = theme.getDeclaredConstructor().newInstance().getUserAgentStylesheet();
        Set<String> known =
                all(DEFINED, text(Objects.requireNonNull(Theme.class.getResource(sheet))));
        known.addAll(all(DEFINED, text(OURS)));

        assertThat(known).containsAll(all(COLOUR, text(OURS)));
    }

    private static Set<String> all(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        pattern.matcher(text)
                .results()
                .forEach(match ->
                        found.add(match.groupCount() == 0 ? match.group() : match.group(1)));
        return found;
    }

    private static String text(URL resource) throws IOException {
        try (InputStream in = resource.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
