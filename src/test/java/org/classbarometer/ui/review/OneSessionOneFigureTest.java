package org.classbarometer.ui.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.mood.Bucket;
import org.classbarometer.mood.BucketMood;
import org.classbarometer.mood.SpanMood;
import org.classbarometer.report.ExportFormat;
import org.classbarometer.report.ExportOptions;
import org.classbarometer.report.SessionExport;
import org.classbarometer.review.Comparison;
import org.classbarometer.review.Lessons;
import org.classbarometer.session.MemorySessionStore;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.SessionOverview;
import org.classbarometer.ui.review.model.ReviewViewModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Wherever a session's figures are told, they are the same: of a lesson in which 25 faces were seen
/// first and six then, each with some uncertain ones.
class OneSessionOneFigureTest {
    private static final int STEPS = 240;
    // What every face weighing the same makes of it, by hand: (20 * 0.1 + 5 * 0.6) / 25.
    private static final double HAPPY = 0.2;

    private final MemorySessionStore store = new MemorySessionStore();
    @TempDir private Path folder;

    private SessionOverview lesson() throws Exception {
        SessionId id = store.begin(Lessons.plan("7b", Lessons.START, LabelSet.FOUR));
        for (int i = 0; i < STEPS; i++) {
            BucketMood mood = i < STEPS / 2 ? Lessons.happy(25, 5, 0.1) : Lessons.happy(6, 1, 0.6);
            store.add(id, new Bucket(i, Optional.of(mood)));
        }
        store.end(id, Lessons.START.plusMinutes(20));
        return store.sessions().getFirst();
    }

    private ReviewViewModel window() {
        ReviewViewModel window =
                new ReviewViewModel(store, Optional::empty, Runnable::run, Runnable::run);
        window.refresh();
        return window;
    }

    private Path export(SessionOverview lesson, ExportFormat format) throws Exception {
        return new SessionExport(
                        store::timeline,
                        ExportOptions.of(EnumSet.of(format)).withLocale(Locale.ENGLISH))
                .write(List.of(lesson.session()), folder, (_, _) -> {})
                .getFirst();
    }

    private static List<Integer> percents(String page) {
        Matcher row = Pattern.compile("(?i)(neutral|happy) (\\d+)%").matcher(page);
        List<Integer> percents = new ArrayList<>();
        while (row.find()) {
            percents.add(Integer.parseInt(row.group(2)));
        }
        return percents;
    }

    @Test
    void window_pdf_html_and_csv_tell_the_same_figures() throws Exception {
        SessionOverview lesson = lesson();

        SpanMood window = window().lesson().lesson().get().orElseThrow().all();
        assertThat(window.shares()[1]).isCloseTo(HAPPY, within(1e-9));
        assertThat(window.faces()).isCloseTo(15.5, within(1e-9));
        assertThat(window.uncertain()).isCloseTo(3 / 15.5, within(1e-9));

        Map<String, String> row;
        try (CSVParser csv =
                CSVParser.parse(
                        Files.readString(export(lesson, ExportFormat.CSV)),
                        CSVFormat.RFC4180.builder().setHeader().get())) {
            row = csv.getRecords().getFirst().toMap();
        }
        assertThat(row)
                .containsEntry("mean_share_happiness", "0.200")
                .containsEntry("mean_share_neutral", "0.800")
                .containsEntry("mean_people", "12.5")
                .containsEntry("mean_uncertain", "3.0");

        String html =
                Files.readString(export(lesson, ExportFormat.HTML)).replaceAll("<[^>]*>", " ");
        String pdf;
        try (PDDocument document = Loader.loadPDF(export(lesson, ExportFormat.PDF).toFile())) {
            pdf = new PDFTextStripper().getText(document);
        }
        for (String page : List.of(html, pdf)) {
            String told = page.replaceAll("[\\s\u00a0]+", " ");
            assertThat(told).contains("neutral (80%) and happy (20%)");
            assertThat(told).contains("19% of all faces are told as uncertain");
            assertThat(percents(told)).startsWith(80, 20);
        }
    }

    @Test
    void a_comparison_and_the_legend_beside_it_share_one_basis() throws Exception {
        lesson();
        lesson();
        ReviewViewModel window = window();
        window.choice().choose(window.choice().listed());

        Comparison comparison = window.compare().comparison().orElseThrow();
        SpanMood legend = window.lesson().lesson().get().orElseThrow().all();
        assertThat(comparison.after().shares()).isEqualTo(legend.shares());
        assertThat(comparison.after().uncertain()).isEqualTo(legend.uncertain());
    }
}
