package org.classbarometer.evaluate.report;

import java.util.ArrayList;
import java.util.List;
import org.classbarometer.evaluate.data.Skips;
import org.classbarometer.evaluate.metrics.ConfusionMatrix;
import org.classbarometer.evaluate.model.FaceLocation;
import org.classbarometer.evaluate.model.Latency;
import org.classbarometer.evaluate.model.ModelReport;
import org.classbarometer.evaluate.model.ModelReport.SizeScore;
import org.classbarometer.evaluate.model.ModelReport.ViewScore;
import org.classbarometer.evaluate.report.ReportText.Block;
import org.classbarometer.expression.ModelMetadata;
import org.classbarometer.text.Text;

/// The report of one model on one data set, in the language of the screen.
public final class ModelDocument {
    private final ModelReport report;
    private final Section out = new Section();

    private ModelDocument(ModelReport report) {
        this.report = report;
    }

    /// @param command what was typed to get the figures, without the folders of the computer
    public static ReportText of(ModelReport report, String command) {
        ModelDocument document = new ModelDocument(report);
        document.out.add(new Block.Code(command));
        document.summary();
        document.evaluated();
        document.labels();
        document.views();
        TrustSection.write(report, document.out);
        document.sizes();
        document.latency();
        PeopleSection.write(report, document.out);
        document.maps();
        return new ReportText(ReportNames.title(report), document.out.blocks());
    }

    private void summary() {
        out.heading("evaluation.summary");
        out.table(
                Section.header("figure", "value"),
                Summary.of(report),
                line -> List.of(line.name(), line.value()));
        out.say("evaluation.summary.note");
    }

    private void evaluated() {
        out.heading("evaluation.evaluated");
        ModelMetadata model = report.model().metadata();
        List<List<String>> rows = new ArrayList<>();
        rows.add(fact("version", model.version()));
        rows.add(fact("labels", String.join(", ", model.labels().labels())));
        rows.add(fact("trained", model.trainedOn()));
        rows.add(fact("licence", model.licence()));
        rows.add(fact("card", model.card()));
        rows.add(fact("size", Figure.count(report.model().bytes())));
        rows.add(fact("input", model.inputWidth() + " x " + model.inputHeight()));
        rows.add(fact("margin", Figure.decimal(model.cropMargin(), 2)));
        rows.add(fact("temperature", Figure.decimal(model.temperature(), 3)));
        rows.add(fact("threshold", Figure.decimal(model.uncertainBelow(), 2)));
        rows.add(fact("provider", report.model().provider()));
        out.add(new Block.Table(Section.header("model", "value"), rows));
        int found = report.data().faces() - report.data().whole();
        if (found > 0) {
            out.say("evaluation.framing.found", Figure.count(found));
        }
        if (report.data().whole() > 0) {
            out.say(
                    "evaluation.framing.whole",
                    Figure.count(report.data().whole()),
                    FaceLocation.WHOLE_UP_TO);
        }
        skips();
    }

    private static List<String> fact(String key, String value) {
        return List.of(Text.of("evaluation.model." + key), value);
    }

    private void skips() {
        Skips skips = report.data().skips();
        if (skips.total() == 0) {
            out.say("evaluation.skips.none");
            return;
        }
        out.table(
                Section.header("skipped", "which"),
                skips.counts().keySet(),
                reason ->
                        List.of(
                                Text.of(
                                        "evaluation.skips.reason",
                                        reason.text(),
                                        Figure.count(skips.count(reason))),
                                String.join(", ", skips.named(reason))
                                        + (skips.count(reason) > Skips.NAMED ? ", …" : "")));
    }

    private void labels() {
        out.heading("evaluation.labels");
        ConfusionMatrix confusion = report.main().confusion();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < confusion.labels().size(); i++) {
            rows.add(
                    List.of(
                            ReportNames.label(confusion.labels().get(i)),
                            Figure.count(confusion.shown(i)),
                            Figure.percent(confusion.precision(i)),
                            Figure.percent(confusion.recall(i)),
                            Figure.decimal(confusion.f1(i), 3)));
        }
        out.add(
                new Block.Table(
                        Section.header("label", "faces", "precision", "recall", "f1"), rows));
        out.picture("confusion", "confusion", ReportDrawings.confusion(confusion));
        out.add(counts(confusion));
    }

    /// The picture's counts once more, for those who do not see it and for programs.
    private static Block counts(ConfusionMatrix confusion) {
        List<String> header = new ArrayList<>(Section.header("shown-read"));
        confusion.labels().forEach(label -> header.add(ReportNames.label(label)));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < confusion.labels().size(); i++) {
            List<String> row = new ArrayList<>();
            row.add(ReportNames.label(confusion.labels().get(i)));
            for (int j = 0; j < confusion.labels().size(); j++) {
                row.add(Figure.count(confusion.count(i, j)));
            }
            rows.add(row);
        }
        return new Block.Table(header, rows);
    }

    private void views() {
        out.heading("evaluation.views");
        boolean copies = report.data().knowsCopies();
        boolean rated = report.raters().isPresent();
        List<String> header =
                new ArrayList<>(
                        Section.header(
                                "labels", "faces", "accuracy", "balanced", "macro-f1", "ece"));
        if (rated) {
            header.addAll(Section.header("rater"));
        }
        if (copies) {
            header.addAll(Section.header("clean-faces", "clean-accuracy", "clean-balanced"));
        }
        List<List<String>> rows = new ArrayList<>();
        for (ViewScore score : report.views()) {
            List<String> row = new ArrayList<>();
            row.add(score.labels().name() + ", " + ReportNames.truth(score.truth()));
            row.add(Figure.count(score.faces()));
            row.add(Figure.percent(score.accuracy()));
            row.add(Figure.percent(score.balanced()));
            row.add(Figure.decimal(score.macroF1(), 3));
            row.add(Figure.decimal(score.calibrationError(), 3));
            if (rated) {
                row.add(Figure.percent(score.rater()));
            }
            if (copies) {
                row.add(Figure.count(score.cleanFaces()));
                row.add(Figure.percent(score.cleanAccuracy()));
                row.add(Figure.percent(score.cleanBalanced()));
            }
            rows.add(row);
        }
        out.add(new Block.Table(header, rows));
        out.say("evaluation.views.note");
        if (copies) {
            out.say("evaluation.views.copies");
        }
    }

    private void sizes() {
        out.heading("evaluation.sizes");
        SizeScore full = report.sizes().getFirst();
        out.table(
                Section.header("width", "accuracy", "difference", "balanced", "difference"),
                report.sizes(),
                score ->
                        List.of(
                                ReportNames.width(score.width()),
                                Figure.percent(score.accuracy()),
                                Figure.points(score.accuracy() - full.accuracy()),
                                Figure.percent(score.balanced()),
                                Figure.points(score.balanced() - full.balanced())));
        out.say("evaluation.sizes.note");
    }

    private void latency() {
        Latency latency = report.latency();
        if (latency.faces() == 0) {
            return;
        }
        out.heading("evaluation.latency");
        out.table(
                Section.header("timed", "p50", "p95", "cpu"),
                List.of(latency),
                timed ->
                        List.of(
                                Figure.count(timed.faces()),
                                Figure.millis(timed.p50Nanos()),
                                Figure.millis(timed.p95Nanos()),
                                Figure.millis(timed.cpuNanos())));
        out.say("evaluation.latency.note");
    }

    private void maps() {
        if (!report.maps().isEmpty()) {
            out.heading("evaluation.maps");
            out.say("evaluation.maps.note");
            out.picture("maps", "maps", ReportDrawings.maps(report.maps()));
        }
    }
}
