package org.classbarometer.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.session.Marker;
import org.classbarometer.session.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// The CSV files in the real LibreOffice Calc, without a window. Skipped where `soffice` is not on
/// the path; Debian and Ubuntu: `apt-get install libreoffice-calc --no-install-recommends`.
class CalcTest {
    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static final List<String> DANGEROUS =
            List.of("=1+1", "+1+1", "-1+1", "@SUM(1)", "=HYPERLINK(\"file:///etc/passwd\")");

    @TempDir private Path folder;

    private static Optional<Path> office() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "soffice"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Test
    void calc_opens_every_file_without_a_warning_and_sees_numbers_texts_and_no_formula()
            throws Exception {
        Optional<Path> office = office();
        assumeTrue(office.isPresent(), "LibreOffice Calc (soffice) is not installed");
        Timeline plain = Lessons.lesson(1, "=7b Übung", LabelSet.FOUR, 3);
        List<Marker> markers = new ArrayList<>();
        for (String note : DANGEROUS) {
            markers.add(new Marker(markers.size() + 1, Duration.ofMinutes(1), note));
        }
        Timeline lesson = new Timeline(plain.session(), plain.buckets(), markers);
        List<Path> files =
                new SessionExport(
                                _ -> Optional.of(lesson),
                                ExportOptions.of(Set.of(ExportFormat.CSV))
                                        .withByteOrderMark(true)
                                        .withLocale(Locale.ENGLISH))
                        .write(List.of(lesson.session()), folder.resolve("csv"), (_, _) -> {});

        String told = convert(office.get(), files);

        assertThat(told.lines().filter(line -> line.startsWith("convert"))).hasSize(4);
        // Without a Java of its own it says so once; that has nothing to do with the files.
        assertThat(told.lines().filter(line -> !line.contains("javaldx")))
                .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("warn"))
                .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("error"));
        for (Path file : files) {
            assertThat(formulas(opened(file))).isZero();
        }
        assertThat(row(opened(files.get(0)), 0)).startsWith("text:schema_version", "text:session");
        assertThat(row(opened(files.get(0)), 1))
                .contains("text:'=7b Übung", "text:2026-11-23T09:00:00+01:00")
                .contains("number:3000", "number:588", "number:24");
        assertThat(row(opened(files.get(1)), 1))
                .contains("text:no", "text:2026-11-23T09:00:00+01:00")
                .anyMatch(cell -> cell.matches("number:0\\.\\d+"));
        for (int i = 0; i < DANGEROUS.size(); i++) {
            assertThat(row(opened(files.get(2)), i + 1)).contains("text:'" + DANGEROUS.get(i));
        }
    }

    /// To flat OpenDocument, in which the kinds of the cells can be read.
    private String convert(Path office, List<Path> files) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                office.toString(),
                                "--headless",
                                "--norestore",
                                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                                // Comma, quote, UTF-8: what the import dialog asks in the window.
                                "--infilter=Text - txt - csv (StarCalc):44,34,76,1",
                                "--convert-to",
                                "fods",
                                "--outdir",
                                folder.toString()));
        files.forEach(file -> command.add(file.toString()));
        Path told = folder.resolve("told");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(told.toFile())
                        .start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isZero();
        return Files.readString(told, StandardCharsets.UTF_8);
    }

    private Document opened(Path csv) throws Exception {
        String name = String.valueOf(csv.getFileName()).replace(".csv", ".fods");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(folder.resolve(name).toFile());
    }

    private static long formulas(Document sheet) {
        NodeList cells = sheet.getElementsByTagNameNS(TABLE, "table-cell");
        return Stream.iterate(0, i -> i < cells.getLength(), i -> i + 1)
                .filter(i -> ((Element) cells.item(i)).hasAttributeNS(TABLE, "formula"))
                .count();
    }

    /// The filled cells of a row: `text:...` or `number:...`.
    private static List<String> row(Document sheet, int index) {
        Element row = (Element) sheet.getElementsByTagNameNS(TABLE, "table-row").item(index);
        NodeList cells = row.getElementsByTagNameNS(TABLE, "table-cell");
        List<String> values = new ArrayList<>();
        for (int i = 0; i < cells.getLength(); i++) {
            Element cell = (Element) cells.item(i);
            switch (cell.getAttributeNS(OFFICE, "value-type")) {
                case "float" -> values.add("number:" + cell.getAttributeNS(OFFICE, "value"));
                case "string" -> values.add("text:" + cell.getTextContent().strip());
                default -> {}
            }
        }
        return values;
    }
}
