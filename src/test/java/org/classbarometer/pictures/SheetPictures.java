package org.classbarometer.pictures;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.report.ExportFormat;
import org.classbarometer.report.ExportOptions;
import org.classbarometer.report.Lessons;
import org.classbarometer.report.SessionExport;
import org.classbarometer.session.Marker;
import org.classbarometer.session.Session;
import org.classbarometer.session.Timeline;
import org.classbarometer.text.UserProblem;

/// Writes made-up lessons in every format, to be looked at: run it with a folder as its argument.
public final class SheetPictures {
    private SheetPictures() {}

    /// @param arguments the folder
    public static void main(String[] arguments) throws UserProblem {
        Path folder = Path.of(arguments[0]);
        List<Timeline> lessons =
                List.of(
                        Lessons.lesson(1, "7b Mathematik", LabelSet.FOUR, 7),
                        Lessons.lesson(2, "Größe & Übung <8a>", LabelSet.EIGHT, 8),
                        Lessons.silent(3, "Kleingruppe"),
                        crowded(4));
        for (String language : List.of("en", "de")) {
            List<Session> sessions = lessons.stream().map(Timeline::session).toList();
            new SessionExport(
                            id -> Optional.of(lessons.get((int) id.value() - 1)),
                            ExportOptions.of(EnumSet.allOf(ExportFormat.class))
                                    .withReplace(true)
                                    .withLocale(Locale.of(language)))
                    .write(sessions, folder.resolve(language), (_, _) -> {});
        }
    }

    private static Timeline crowded(long id) {
        Timeline plain = Lessons.lesson(id, "Projekt", LabelSet.SEVEN, 9);
        List<Marker> markers = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            markers.add(
                    new Marker(
                            i + 1,
                            Duration.ofSeconds(60L * i + (i % 3) * 20L),
                            "Marker with a longer note, as teachers write them, number " + i));
        }
        return new Timeline(plain.session(), plain.buckets(), markers);
    }
}
