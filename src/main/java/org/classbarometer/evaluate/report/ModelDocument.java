package org.classbarometer.evaluate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classbarometer.evaluate.data.SkipReason;
import org.classbarometer.evaluate.data.Skips;
import org.classbarometer.evaluate.metrics.Calibration;
import org.classbarometer.evaluate.metrics.ConfusionMatrix;
import org.classbarometer.evaluate.metrics.Coverage;
import org.classbarometer.evaluate.model.Counterfactuals;
import org.classbarometer.evaluate.model.Framing;
import org.classbarometer.evaluate.model.Latency;
import org.classbarometer.evaluate.model.ModelReport;
import org.classbarometer.evaluate.model.ModelReport.SizeScore;
import org.classbarometer.evaluate.model.ModelReport.ViewScore;
import org.classbarometer.evaluate.model.Subgroups;
import org.classbarometer.evaluate.report.Document.Block;
import org.classbarometer.expression.ModelMetadata;
import org.classbarometer.text.Text;

/// The report of one model on one data set, in the language of the screen.
public final class ModelDocument {
    private static final List<Double> COVERAGES = List.of(1.0, 0.95, 0.9, 0.8, 0.7, 0.5);

    private final ModelReport report;
    private final List<Block> blocks = new ArrayList<>();

    private ModelDocument(ModelReport report) {
        this.report = report;
    }

    /// @param command what was typed to get the figures
    public static Document of(ModelReport report, String command) {
        ModelDocument document = new ModelDocument(report);
        document.blocks.add(new Block.Code(command));
        document.summary();
        document.evaluated();
        document.labels();
        document.views();
        document.calibration();
        document.coverage();
        document.sizes();
        document.latency();
        document.groups();
        document.counterfactuals();
        document.maps();
        return new Document(Words.title(report), document.blocks);
    }

    private void heading(String key) {
        blocks.add(new Block.Heading(2, Text.of(key)));
    }

    private void say(String key, Object... arguments) {
        blocks.add(new Block.Paragraph(Text.of(key, arguments)));
    }

    /// @param keys of the columns' names, under `evaluation.column.`
    private static List<String> header(String... keys) {
        return Stream.of(keys).map(key -> Text.of("evaluation.column." + key)).toList();
    }

    private void summary() {
        heading("evaluation.summary");
        blocks.add(
                new Block.Table(
                        header("figure", "value"),
                        Summary.of(report).stream()
                                .map(line -> List.of(line.name(), line.value()))
                                .toList()));
        say("evaluation.summary.note");
    }

    private void evaluated() {
        heading("evaluation.evaluated");
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
        blocks.add(new Block.Table(header("model", "value"), rows));
        int found = report.data().faces() - report.data().whole();
        if (found > 0) {
            say("evaluation.framing.found", Figure.count(found));
        }
        if (report.data().whole() > 0) {
            say(
                    "evaluation.framing.whole",
                    Figure.count(report.data().whole()),
                    Framing.WHOLE_UP_TO);
        }
        skips();
    }

    private static List<String> fact(String key, String value) {
        return List.of(Text.of("evaluation.model." + key), value);
    }

    private void skips() {
        Skips skips = report.data().skips();
        if (skips.total() == 0) {
            say("evaluation.skips.none");
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (SkipReason reason : skips.counts().keySet()) {
            String more = skips.count(reason) > Skips.NAMED ? ", …" : "";
            rows.add(
                    List.of(
                            Text.of(
                                    "evaluation.skips.reason",
                                    reason.text(),
                                    Figure.count(skips.count(reason))),
                            String.join(", ", skips.named(reason)) + more));
        }
        blocks.add(new Block.Table(header("skipped", "which"), rows));
    }

    private void labels() {
        heading("evaluation.labels");
        ConfusionMatrix confusion = report.main().confusion();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < confusion.labels().size(); i++) {
            rows.add(
                    List.of(
                            Words.label(confusion.labels().get(i)),
                            Figure.count(confusion.shown(i)),
                            Figure.percent(confusion.precision(i)),
                            Figure.percent(confusion.recall(i)),
                            Figure.decimal(confusion.f1(i), 3)));
        }
        blocks.add(new Block.Table(header("label", "faces", "precision", "recall", "f1"), rows));
        blocks.add(
                new Block.Picture(
                        "confusion",
                        Text.of("evaluation.picture.confusion"),
                        Pictures.confusion(confusion)));
        blocks.add(counts(confusion));
    }

    /// The picture's counts once more, for those who do not see it and for programs.
    private static Block counts(ConfusionMatrix confusion) {
        List<String> header = new ArrayList<>(header("shown-read"));
        confusion.labels().forEach(label -> header.add(Words.label(label)));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < confusion.labels().size(); i++) {
            List<String> row = new ArrayList<>();
            row.add(Words.label(confusion.labels().get(i)));
            for (int j = 0; j < confusion.labels().size(); j++) {
                row.add(Figure.count(confusion.count(i, j)));
            }
            rows.add(row);
        }
        return new Block.Table(header, rows);
    }

    private void views() {
        heading("evaluation.views");
        boolean copies = report.data().knowsCopies();
        List<String> header =
                new ArrayList<>(
                        header("labels", "faces", "accuracy", "balanced", "macro-f1", "ece"));
        if (copies) {
            header.addAll(header("clean-faces", "clean-accuracy", "clean-balanced"));
        }
        List<List<String>> rows = new ArrayList<>();
        for (ViewScore score : report.views()) {
            List<String> row = new ArrayList<>();
            row.add(score.labels().name() + ", " + Words.truth(score.truth()));
            row.add(Figure.count(score.faces()));
            row.add(Figure.percent(score.accuracy()));
            row.add(Figure.percent(score.balanced()));
            row.add(Figure.decimal(score.macroF1(), 3));
            row.add(Figure.decimal(score.calibrationError(), 3));
            if (copies) {
                row.add(Figure.count(score.cleanFaces()));
                row.add(Figure.percent(score.cleanAccuracy()));
                row.add(Figure.percent(score.cleanBalanced()));
            }
            rows.add(row);
        }
        blocks.add(new Block.Table(header, rows));
        say("evaluation.views.note");
        if (copies) {
            say("evaluation.views.copies");
        }
    }

    private void calibration() {
        heading("evaluation.calibration");
        Calibration calibration = report.main().calibration();
        say(
                "evaluation.calibration.error",
                Figure.decimal(calibration.error(), 3),
                calibration.bins().size());
        blocks.add(
                new Block.Picture(
                        "reliability",
                        Text.of("evaluation.picture.reliability"),
                        Pictures.reliability(calibration)));
    }

    private void coverage() {
        heading("evaluation.coverage");
        Coverage coverage = report.main().coverage();
        List<List<String>> rows = new ArrayList<>();
        for (double share : COVERAGES) {
            rows.add(row(coverage.keeping(share), ""));
        }
        rows.add(row(report.main().live(), " " + Text.of("evaluation.coverage.live")));
        blocks.add(new Block.Table(header("coverage", "threshold", "accuracy"), rows));
        blocks.add(
                new Block.Picture(
                        "coverage",
                        Text.of("evaluation.picture.curve"),
                        Pictures.coverage(coverage, report.main().live())));
    }

    private static List<String> row(Coverage.Point point, String note) {
        return List.of(
                Figure.percent(point.coverage()) + note,
                Figure.decimal(point.threshold(), 3),
                Figure.percent(point.accuracy()));
    }

    private void sizes() {
        heading("evaluation.sizes");
        SizeScore full = report.sizes().getFirst();
        List<List<String>> rows = new ArrayList<>();
        for (SizeScore score : report.sizes()) {
            rows.add(
                    List.of(
                            Words.width(score.width()),
                            Figure.percent(score.accuracy()),
                            Figure.points(score.accuracy() - full.accuracy()),
                            Figure.percent(score.balanced()),
                            Figure.points(score.balanced() - full.balanced())));
        }
        blocks.add(
                new Block.Table(
                        header("width", "accuracy", "difference", "balanced", "difference"), rows));
        say("evaluation.sizes.note");
    }

    private void latency() {
        Latency latency = report.latency();
        if (latency.faces() == 0) {
            return;
        }
        heading("evaluation.latency");
        blocks.add(
                new Block.Table(
                        header("timed", "p50", "p95", "cpu"),
                        List.of(
                                List.of(
                                        Figure.count(latency.faces()),
                                        Figure.millis(latency.p50Nanos()),
                                        Figure.millis(latency.p95Nanos()),
                                        Figure.millis(latency.cpuNanos())))));
        say("evaluation.latency.note");
    }

    private void groups() {
        if (report.data().attributes().isEmpty()) {
            return;
        }
        heading("evaluation.groups");
        say("evaluation.groups.note", Subgroups.LEAST);
        for (Subgroups groups : report.subgroups()) {
            blocks.add(new Block.Heading(3, groups.attribute()));
            List<List<String>> rows = new ArrayList<>();
            for (Subgroups.Group group : groups.groups()) {
                rows.add(
                        List.of(
                                group.value(),
                                Figure.count(group.faces()),
                                // The interval of a handful of faces says less than their number.
                                group.faces() < Subgroups.LEAST
                                        ? Figure.percent(group.accuracy().value())
                                        : Figure.percent(group.accuracy()),
                                Figure.percent(group.alike())));
            }
            blocks.add(new Block.Table(header("group", "faces", "accuracy", "alike"), rows));
            if (groups.gap().isPresent()) {
                say(
                        "evaluation.groups.shared",
                        groups.shared().stream()
                                .map(Words::label)
                                .collect(Collectors.joining(", ")));
            }
            blocks.add(new Block.Paragraph(Sentences.gap(groups)));
        }
        List<String> made = report.subgroups().stream().map(Subgroups::attribute).toList();
        List<String> none =
                report.data().attributes().stream().filter(name -> !made.contains(name)).toList();
        if (!none.isEmpty()) {
            say("evaluation.groups.none", String.join(", ", none));
        }
    }

    private void counterfactuals() {
        if (report.counterfactuals().isEmpty()) {
            return;
        }
        heading("evaluation.counterfactual");
        say("evaluation.counterfactual.note");
        List<List<String>> rows = new ArrayList<>();
        for (Counterfactuals one : report.counterfactuals()) {
            rows.add(
                    List.of(
                            one.attribute(),
                            Figure.count(one.people()),
                            one.changingSeries() + " / " + one.series(),
                            Figure.count(one.pairs()),
                            Figure.percent(one.changed()),
                            Figure.percent(one.changedLive()),
                            Figure.decimal(one.distance(), 3)));
        }
        blocks.add(
                new Block.Table(
                        header(
                                "attribute",
                                "people",
                                "series",
                                "pairs",
                                "changed",
                                "changed-live",
                                "distance"),
                        rows));
        for (Counterfactuals one : report.counterfactuals()) {
            for (Counterfactuals.Example example : one.examples()) {
                blocks.add(new Block.Paragraph(Sentences.example(example)));
            }
        }
    }

    private void maps() {
        if (!report.maps().isEmpty()) {
            heading("evaluation.maps");
            say("evaluation.maps.note");
            blocks.add(
                    new Block.Picture(
                            "maps",
                            Text.of("evaluation.picture.maps"),
                            Pictures.maps(report.maps())));
        }
    }
}
