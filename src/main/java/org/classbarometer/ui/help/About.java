package org.classbarometer.ui.help;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.classbarometer.setup.Installation;
import org.classbarometer.setup.ProgramVersion;
import org.classbarometer.text.Text;

/// What a person is asked for who reports a fault, and where their own things are.
///
/// @param facts a line each, in the user's words: what, then its value
public record About(List<Fact> facts) {
    /// @param id for tests and for nobody else
    public record Fact(String id, String name, String value) {}

    public About {
        facts = List.copyOf(facts);
    }

    /// @param model what is said of the expression model in use
    public static About of(Installation installation, String model) {
        return new About(
                List.of(
                        fact("ui.about.version", ProgramVersion.number()),
                        fact("ui.about.model", model),
                        fact("ui.about.data", installation.userData().toString()),
                        fact(
                                "ui.about.licence",
                                Text.of("ui.about.licence.value", licences(installation))),
                        fact("ui.about.log", Text.of("ui.about.log.value")),
                        fact(
                                "ui.about.system",
                                "%s %s (%s), Java %s, JavaFX %s"
                                        .formatted(
                                                System.getProperty("os.name"),
                                                System.getProperty("os.version"),
                                                System.getProperty("os.arch"),
                                                Runtime.version(),
                                                System.getProperty("javafx.version", "?")))));
    }

    private static Fact fact(String key, String value) {
        return new Fact(key.substring(key.lastIndexOf('.') + 1), Text.of(key), value);
    }

    // In an installed copy they are gathered in a folder; in a checkout they lie where they are
    // kept.
    private static Path licences(Installation installation) {
        Path gathered = installation.home().resolve("licences");
        return Files.isDirectory(gathered) ? gathered : installation.home().resolve("LICENSE");
    }

    /// To be sent with a report.
    String text() {
        StringBuilder text = new StringBuilder(Text.of("ui.title")).append('\n');
        for (Fact fact : facts) {
            text.append("%s: %s%n".formatted(fact.name(), fact.value()));
        }
        return text.toString().replace("\r", "").strip() + "\n";
    }
}
