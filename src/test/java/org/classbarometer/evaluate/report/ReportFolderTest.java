package org.classbarometer.evaluate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.classbarometer.evaluate.report.ReportText.Block;
import org.classbarometer.look.Hue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {
    @TempDir private Path folder;
    private Path place;

    @BeforeEach
    void nameThePlace() {
        place = folder.resolve("report");
    }

    private static ReportText document(String title) {
        LabelledDrawing drawing = new LabelledDrawing(100, 50);
        drawing.text(
                Hue.TEXT,
                LabelledDrawing.Anchor.START,
                new LabelledDrawing.Point(1, 10),
                "<5 & \"more\"");
        return new ReportText(
                title,
                List.of(
                        new Block.Heading(2, "A_heading"),
                        new Block.Paragraph("5 < 6 & *plain* | text"),
                        new Block.Table(List.of("a", "b", "c"), List.of(List.of("x|y", "1", "2"))),
                        new Block.Picture("dots", "some \"dots\"", drawing)));
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }

    @Test
    void a_report_has_every_format_and_leaves_nothing_beside_it() throws Exception {
        ReportFolder.write(place, document("One"), "{}");

        assertThat(files(place))
                .containsExactly("dots.svg", "report.html", "report.json", "report.md");
        assertThat(files(folder)).containsExactly("report");
    }

    @Test
    void a_newer_report_takes_the_place_of_an_older_one() throws Exception {
        ReportFolder.write(place, document("One"), "{}");
        ReportFolder.write(
                place, new ReportText("Two", List.of(new Block.Paragraph("nothing drawn"))), "{}");

        assertThat(files(place)).containsExactly("report.html", "report.json", "report.md");
        assertThat(place.resolve("report.md")).content().startsWith("# Two");
        assertThat(files(folder)).containsExactly("report");
    }

    @Test
    void a_folder_with_something_else_in_it_is_left_alone() throws Exception {
        Files.createDirectory(place);
        Files.writeString(place.resolve("thesis.txt"), "three years of work");

        assertThatExceptionOfType(ReportFolder.Unwritable.class)
                .isThrownBy(() -> ReportFolder.write(place, document("One"), "{}"))
                .withMessageContaining("thesis.txt");
        assertThat(files(place)).containsExactly("thesis.txt");
    }

    @Test
    void drawings_of_somebody_else_are_no_older_report() throws Exception {
        ReportFolder.write(place, document("One"), "{}");
        Files.writeString(place.resolve("logo.svg"), "<svg/>");

        assertThatExceptionOfType(ReportFolder.Unwritable.class)
                .isThrownBy(() -> ReportFolder.write(place, document("Two"), "{}"))
                .withMessageContaining("logo.svg");
        assertThat(place.resolve("logo.svg")).exists();
        assertThat(place.resolve("report.md")).content().startsWith("# One");
    }

    @Test
    void a_folder_below_a_missing_one_is_refused_with_the_way_out() throws Exception {
        assertThatExceptionOfType(ReportFolder.Unwritable.class)
                .isThrownBy(() ->
                        ReportFolder.write(folder.resolve("missing/report"), document("One"), "{}"))
                .withMessageContaining("does not exist");
        assertThat(files(folder)).isEmpty();
    }

    @Test
    void texts_stay_texts_in_every_format() throws Exception {
        ReportFolder.write(place, document("One"), "{}");

        assertThat(place.resolve("report.md"))
                .content()
                .contains("## A\\_heading")
                .contains("5 \\< 6 & \\*plain\\* \\| text")
                .contains("| x\\|y | 1 | 2 |")
                .contains("![some \"dots\"](dots.svg)");
        assertThat(place.resolve("report.html"))
                .content()
                .contains("<p>5 &lt; 6 &amp; *plain* | text</p>")
                .contains("aria-label=\"some &quot;dots&quot;\"");
    }

    @Test
    void the_page_needs_nothing_beside_it_and_knows_light_and_dark() throws Exception {
        ReportFolder.write(place, document("One"), "{}");

        assertThat(
                        Files.readString(place.resolve("report.html"))
                                .replace("\"http://www.w3.org/2000/svg\"", ""))
                .doesNotContain("http", "src=", "<script", "<link")
                .contains("prefers-color-scheme: dark")
                .contains("<svg");
    }

    @Test
    void a_drawing_is_well_formed_and_brings_its_colours() throws Exception {
        ReportFolder.write(place, document("One"), "{}");

        org.w3c.dom.Document svg =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(place.resolve("dots.svg").toFile());
        assertThat(svg.getElementsByTagName("text").item(0).getTextContent())
                .isEqualTo("<5 & \"more\"");
        assertThat(svg.getElementsByTagName("style").getLength()).isEqualTo(1);
    }
}
