package org.classbarometer.evaluate.report;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.classbarometer.evaluate.report.ReportText.Block;
import org.classbarometer.output.Failure;
import org.classbarometer.output.Growing;
import org.classbarometer.text.Text;
import org.classbarometer.text.UserProblem;
import org.jspecify.annotations.Nullable;

/// A folder with one report in every format. It is written beside its place and moved there when it
/// is whole: a report that was there before stays until then, and stays when anything fails.
public final class ReportFolder {
    private static final String MARKDOWN = "report.md";
    private static final String HTML = "report.html";
    private static final String JSON = "report.json";
    private static final Set<String> FILES = Set.of(MARKDOWN, HTML, JSON);

    /// A report that cannot be written. What was there before is unchanged.
    public static final class Unwritable extends UserProblem {
        private Unwritable(String message, @Nullable IOException cause) {
            super(message, cause);
        }
    }

    private ReportFolder() {}

    /// Whether a report may take this place: nothing is there, or an empty folder, or an older
    /// report. Asked before a long evaluation.
    ///
    /// @throws Unwritable when something else is there
    public static void checkFree(Path folder) throws Unwritable {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            List<Path> strange = files(folder);
            String older = older(folder);
            strange.removeIf(file -> isOurs(file, older));
            if (!strange.isEmpty()) {
                throw new Unwritable(
                        Text.of("evaluation.folder.strange", folder, strange.getFirst()), null);
            }
        } catch (IOException failed) {
            throw problem(folder, failed);
        }
    }

    /// The text of the report that lies there; empty when none does.
    private static String older(Path folder) throws IOException {
        boolean whole = FILES.stream().allMatch(name -> Files.isRegularFile(folder.resolve(name)));
        return whole ? Files.readString(folder.resolve(MARKDOWN)) : "";
    }

    private static boolean isOurs(Path file, String older) {
        String name = String.valueOf(file.getFileName());
        return FILES.contains(name) ? !older.isEmpty() : older.contains("](" + name + ")");
    }

    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(files::add);
        }
        return files;
    }

    /// @param json the same figures for programs
    /// @throws Unwritable when the disk or a permission is against it, or as [#checkFree]
    public static void write(Path folder, ReportText document, String json) throws Unwritable {
        checkFree(folder);
        Path place = folder.toAbsolutePath().normalize();
        try (Growing growing =
                Growing.folder(place.resolveSibling(""), String.valueOf(place.getFileName()))) {
            Path fresh = Files.createDirectory(growing.path().resolve("report"));
            write(fresh, document);
            Files.writeString(fresh.resolve(JSON), json + "\n");
            swap(
                    fresh,
                    place,
                    growing.path().resolveSibling(growing.path().getFileName() + ".old"));
        } catch (IOException failed) {
            throw problem(folder, failed);
        }
    }

    private static void write(Path folder, ReportText document) throws IOException {
        Locale language = Locale.getDefault(Locale.Category.DISPLAY);
        Files.writeString(folder.resolve(MARKDOWN), Markdown.of(document));
        Files.writeString(folder.resolve(HTML), Html.of(document, language));
        Set<String> names = new TreeSet<>();
        for (Block block : document.blocks()) {
            if (block instanceof Block.Picture picture && names.add(picture.name())) {
                Files.writeString(
                        folder.resolve(picture.name() + ".svg"),
                        picture.drawing().alone(picture.description()));
            }
        }
    }

    // A folder cannot be moved over one that is not empty: the old report steps aside first, and
    // back when its successor cannot follow.
    private static void swap(Path growing, Path place, Path aside) throws IOException {
        if (!Files.exists(place)) {
            Files.move(growing, place);
            return;
        }
        Files.move(place, aside);
        try {
            Files.move(growing, place);
        } catch (IOException failed) {
            Files.move(aside, place);
            throw failed;
        }
        delete(aside);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path file : files(folder)) {
                Files.delete(file);
            }
            Files.delete(folder);
        }
    }

    private static Unwritable problem(Path folder, IOException failed) {
        String text =
                switch (failed) {
                    case NoSuchFileException _ -> Text.of("evaluation.folder.parent", folder);
                    case AccessDeniedException _ -> Text.of("evaluation.folder.denied", folder);
                    default -> Text.of("evaluation.folder.failed", folder, Failure.reason(failed));
                };
        return new Unwritable(text, failed);
    }
}
