package org.classbarometer.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
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
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.mood.Bucket;
import org.classbarometer.mood.BucketMood;
import org.classbarometer.session.Marker;
import org.classbarometer.session.Timeline;
import org.classbarometer.text.UserProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/// The printable reports, read back.
class SheetTest {
    @TempDir private Path folder;

    private Path write(ExportFormat format, String language, Timeline lesson) throws UserProblem {
        return new SessionExport(
                        _ -> Optional.of(lesson),
                        ExportOptions.of(Set.of(format))
                                .withReplace(true)
                                .withLocale(Locale.of(language)))
                .write(List.of(lesson.session()), folder, (_, _) -> {})
                .getFirst();
    }

    private static String text(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private String html(String language, Timeline lesson) throws Exception {
        return Files.readString(write(ExportFormat.HTML, language, lesson));
    }

    private static Document parsed(String html) throws Exception {
        String page = html.substring(html.indexOf("<html"));
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void the_page_needs_no_other_file_and_runs_nothing() throws Exception {
        String html = html("en", Lessons.lesson(1, "7b", LabelSet.EIGHT, 1));

        assertThat(html)
                .startsWith("<!DOCTYPE html>")
                .contains("<svg")
                .contains("prefers-color-scheme: dark")
                .contains("@media print")
                .doesNotContainPattern("(?i)<script|<link|<img|<iframe|src=|@import|https?:")
                .doesNotContainPattern("url\\((?!#)");
    }

    @Test
    void what_a_teacher_writes_stays_text() throws Exception {
        Timeline plain = Lessons.lesson(1, "<b>7b</b> & \"Übung\"", LabelSet.FOUR, 1);
        Timeline lesson =
                new Timeline(
                        plain.session(),
                        plain.buckets(),
                        List.of(
                                new Marker(
                                        1,
                                        Duration.ofMinutes(3),
                                        "<script>alert('1')</script>\u0007")));

        Document page = parsed(html("en", lesson));

        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(page.getElementsByTagName("h1").item(0).getTextContent())
                .isEqualTo("Mood of the room: <b>7b</b> & \"Übung\"");
        assertThat(page.getDocumentElement().getTextContent())
                .contains("<script>alert('1')</script>");
    }

    @Test
    void it_says_in_german_and_english_what_it_does_not_know() throws Exception {
        Timeline lesson = Lessons.lesson(12, "7b", LabelSet.FOUR, 1);

        assertThat(text(write(ExportFormat.PDF, "en", lesson)))
                .contains("Mood of the room: 7b")
                .contains("Monday, November 23, 2026")
                .contains("What a face shows is not what a person feels.")
                .contains("expression-baseline.onnx 1.0.0")
                .contains("too few faces")
                .contains("uncertain")
                .contains("24 people in view had opted in (statement version 1, shown in German)")
                .contains("Switzerland")
                .contains("588 steps of 5 s, of them 24 suppressed")
                .contains("12:00 9:12")
                .contains("Group work begins");
        assertThat(text(write(ExportFormat.PDF, "de", lesson)))
                .contains("Stimmung im Raum: 7b")
                .contains("Montag, 23. November 2026, 09:00 bis 09:50 Uhr")
                .contains("Was ein Gesicht zeigt, ist nicht, was ein Mensch fühlt.")
                .contains("fröhlich")
                .contains("in der Rolle „Lehrkraft“ bestätigt");
    }

    @Test
    void a_lesson_that_never_had_enough_faces_says_that_and_shows_no_figure() throws Exception {
        String told = text(write(ExportFormat.PDF, "en", Lessons.silent(3, "7b")));

        assertThat(told)
                .contains("There is nothing to show: at no time were enough faces read.")
                .doesNotContain("In figures")
                .doesNotContain("NaN");
    }

    @Test
    void what_is_not_told_of_an_expression_is_not_called_nobody() throws Exception {
        Timeline lesson = Lessons.silent(3, "7b");
        Bucket told = new Bucket(0, Optional.of(new BucketMood(9, 0, new int[] {6, 0, 0, 0})));
        Timeline few = new Timeline(lesson.session(), List.of(told), List.of());

        assertThat(text(write(ExportFormat.PDF, "en", few)))
                .contains("neutral 67%")
                .contains("happy –")
                .doesNotContain("happy 0%");
    }

    @Test
    void the_paper_is_tagged_has_a_title_a_language_and_its_fonts() throws Exception {
        Path pdf = write(ExportFormat.PDF, "de", Lessons.lesson(1, "Größe", LabelSet.EIGHT, 1));

        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("Stimmung im Raum: Größe, Montag, 23. November 2026");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("de");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            List<PDStructureElement> elements = new ArrayList<>();
            collect(document.getDocumentCatalog().getStructureTreeRoot(), elements);
            assertThat(elements)
                    .extracting(PDStructureElement::getStructureType)
                    .contains("H1", "H2", "P", "Table", "TH", "TD", "Figure", "L");
            assertThat(elements)
                    .filteredOn(element -> element.getStructureType().equals("Figure"))
                    .allSatisfy(
                            figure -> assertThat(figure.getAlternateDescription()).isNotBlank());
            for (PDPage page : document.getPages()) {
                for (COSName font : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
                    assertThat(page.getResources().getFont(font).getName())
                            .contains("LiberationSans");
                }
                assertThat(page.getResources().getXObjectNames())
                        .allSatisfy(name ->
                                assertThat(page.getResources().isImageXObject(name)).isFalse());
            }
        }
    }

    private static void collect(PDStructureNode node, List<PDStructureElement> into) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                into.add(element);
                collect(element, into);
            }
        }
    }

    @Test
    void an_ordinary_lesson_fits_on_one_sheet() throws Exception {
        for (String language : List.of("en", "de")) {
            Path pdf = write(ExportFormat.PDF, language, Lessons.lesson(1, "7b", LabelSet.FOUR, 1));
            try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
                assertThat(document.getNumberOfPages()).isEqualTo(1);
            }
        }
    }

    @Test
    void many_markers_go_on_over_the_pages() throws Exception {
        Timeline plain = Lessons.lesson(1, "7b", LabelSet.FOUR, 1);
        List<Marker> markers = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            markers.add(new Marker(i + 1, Duration.ofSeconds(25L * i), "note " + i));
        }

        Path pdf =
                write(
                        ExportFormat.PDF,
                        "en",
                        new Timeline(plain.session(), plain.buckets(), markers));

        assertThat(text(pdf)).contains("note 0").contains("note 119").contains("1 / 4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "الصف ٧ب",
                "כיתה ז2",
                "7年B組",
                "सातवीं कक्षा",
                "მეშვიდე კლასი",
                "ชั้น 7",
                "7b 😀"
            })
    void a_name_in_any_script_is_drawn_and_never_replaced_by_signs(String name) throws Exception {
        Path pdf = write(ExportFormat.PDF, "en", Lessons.lesson(1, name, LabelSet.TWO, 1));

        assertThat(text(pdf)).doesNotContain("#", "\uFFFD");
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertThat(document.getDocumentInformation().getTitle()).contains(name);
            List<PDStructureElement> elements = new ArrayList<>();
            collect(document.getDocumentCatalog().getStructureTreeRoot(), elements);
            String foreign = name.replaceAll("[\\x00-\\x7F]", "");
            assertThat(elements)
                    .extracting(PDStructureElement::getAlternateDescription)
                    .as("what a screen reader says")
                    .anySatisfy(
                            said -> assertThat(said).isNotNull().contains(foreign.substring(0, 1)));
        }
    }

    @Test
    void a_name_in_greek_and_cyrillic_stays_text() throws Exception {
        Path pdf = write(ExportFormat.PDF, "en", Lessons.lesson(1, "Τάξη 7 Б", LabelSet.TWO, 1));

        assertThat(text(pdf)).contains("Τάξη 7 Б");
    }

    @Test
    void nothing_is_left_in_the_users_home() throws Exception {
        write(ExportFormat.PDF, "en", Lessons.lesson(1, "7b", LabelSet.TWO, 1));

        assertThat(Path.of(System.getProperty("user.home", ""), ".pdfbox.cache")).doesNotExist();
    }
}
